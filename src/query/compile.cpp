// From the form of a query to the tree that records are held against: names become rows, values
// become tests.
#include "query/bind.hpp"
#include "query/items.hpp"
#include "query/kinds.hpp"
#include "query/node.hpp"
#include "query/operand.hpp"
#include "query/query.hpp"
#include "query/saved.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace rapport::query {
namespace {

Outcome<FieldPath> asked(const Piece& name, const Scope& scope) {
  auto found = find_field(name, scope);
  if (auto* mistake = std::get_if<Mistake>(&found); mistake && mistake->hint.empty())
    mistake->hint = "to search for a text with a colon, write it in double quotes";
  return found;
}

bool are_days(const std::vector<Choice>& choices, value::Date today) {
  return std::ranges::all_of(choices, [today](const Choice& choice) {
    const auto is_day = [today](const Piece& piece) {
      return piece.text == "unknown" || read_days(piece.text, today);
    };
    const bool is_from = choice.from.text.empty() ? choice.is_range : is_day(choice.from);
    return is_from && (!choice.is_range || choice.to.text.empty() || is_day(choice.to));
  });
}

/// Of a field that means another one when dates are asked: that one.
FieldPath dated(FieldPath field, const Expression& form, value::Date today) {
  if (!field.onward.empty()) {
    field.onward.front() = dated(std::move(field.onward.front()), form, today);
    field.type = field.onward.front().type;
    field.refers = field.onward.front().refers;
    return field;
  }
  const bool has_dated = field.derived != nullptr && field.path.empty() &&
                         !field.derived->dated.empty() && field.of == model::RecordKind::partner;
  if (!has_dated || !are_days(form.choices, today)) return field;
  field.derived_name = field.derived->dated;
  field.derived = find_derived(field.derived_name, *field.of);
  field.type = &field.derived->type;
  field.refers = field.derived->refers_from(*field.of);
  return field;
}

}  // namespace

class Compiler {
 public:
  Compiler(const Context& context, model::RecordKind kind) : query_(context, kind) {}

  Outcome<Query> whole(std::string_view text) {
    text_ = text;
    auto form = parse(text);
    if (auto* mistake = std::get_if<Mistake>(&form)) return std::move(*mistake);
    auto root = node(std::get<Expression>(form), scope(query_.kind_));
    if (auto* mistake = std::get_if<Mistake>(&root)) return std::move(*mistake);
    query_.context_.reads_case_of_part = has_no_case(std::get<Node>(root));
    root = bind_items(std::move(std::get<Node>(root)), {}, query_.context_);
    if (auto* mistake = std::get_if<Mistake>(&root)) return std::move(*mistake);
    query_.root_ = std::make_shared<const Node>(std::move(std::get<Node>(root)));
    return std::move(query_);
  }

 private:
  bool has_no_case(const Node& root) const {
    constexpr auto its_kind = static_cast<std::size_t>(model::EngagementKind::case_);
    return query_.kind_ == model::RecordKind::partner ||
           !kinds_of(root, {}, query_.context_).may[its_kind];
  }

  Outcome<Node> node(const Expression& form, const Scope& scope);
  Outcome<Node> term(const Expression& form, const Scope& scope);
  Outcome<Node> presence(const Expression& form, const Scope& scope);
  Outcome<Node> item(const Expression& form, const Scope& scope);
  Outcome<Node> saved(const Piece& name, const Scope& scope);
  std::optional<Expression> by_kind(const Expression& form, const FieldPath& field) const;
  std::vector<Truth> known(const FieldPath& field, const Test& test) const;

  Query query_;
  std::string_view text_;
  bool is_in_saved_ = false;
};

namespace {

/// For messages, what a saved query holds is where its name is.
void place_at(Node& node, const Span& at) {
  node.at = at;
  for (Node& part : node.parts) place_at(part, at);
}

}  // namespace

Outcome<Node> Compiler::node(const Expression& form, const Scope& scope) {
  if (form.kind == Expression::Kind::term)
    return form.name.text == "has" ? presence(form, scope) : term(form, scope);
  if (form.kind == Expression::Kind::item) return item(form, scope);
  if (names_saved(form)) return saved(form.name, scope);
  Node found{.kind = form.kind};
  if (form.kind == Expression::Kind::words) {
    found.words = Needle(form.name.text);
    query_.has_free_text_ = true;
    query_.asks_everything_ = true;
  }
  for (const Expression& part : form.parts) {
    auto inner = node(part, scope);
    if (auto* mistake = std::get_if<Mistake>(&inner)) return std::move(*mistake);
    found.parts.push_back(std::move(std::get<Node>(inner)));
  }
  return found;
}

Outcome<Node> Compiler::term(const Expression& form, const Scope& scope) {
  auto found = asked(form.name, scope);
  if (auto* mistake = std::get_if<Mistake>(&found)) return std::move(*mistake);
  found = comparable(std::move(std::get<FieldPath>(found)), form.name);
  if (auto* mistake = std::get_if<Mistake>(&found)) return std::move(*mistake);
  if (auto both = by_kind(form, std::get<FieldPath>(found))) return node(*both, scope);
  Node result{.kind = form.kind,
              .field = dated(std::move(std::get<FieldPath>(found)), form, query_.context_.today),
              .at = form.name.at};
  const std::size_t from = form.choices.front().at.offset;
  const Span last = form.choices.back().at;
  result.values = text_.substr(from, last.offset + last.length - from);
  result.asks_for_equal = std::ranges::all_of(form.choices, [](const Choice& choice) {
    return choice.how == Compare::is && !choice.is_range;
  });
  auto test = read_test({result.field, form.name, form.choices, query_.context_, scope.record});
  if (auto* mistake = std::get_if<Mistake>(&test)) return std::move(*mistake);
  result.test = std::move(std::get<Test>(test));
  query_.fields_.push_back(result.field);
  // "listed" and its like are rows of the reference data; all other text may be somebody's.
  const bool is_text = std::holds_alternative<Texts>(result.test.kind);
  if (is_text && result.field.type->shape != value::Shape::listed) query_.has_free_text_ = true;
  for (const Choice& choice : form.choices) {
    if (choice.how == Compare::contains) query_.has_free_text_ = true;
    if (!is_text || choice.how != Compare::is) continue;
    const std::string_view quote = choice.from.is_quoted ? "\"" : "";
    query_.by_part_.push_back(
        fmt::format("{0}:~{1}{2}{1}", form.name.text, quote, choice.from.text));
  }
  result.known = known(result.field, result.test);
  return result;
}

/// `with:ID` goes by what the id is. One of the records' own kind is linked to them by a record of
/// the other kind, which both have: `with.with:ID`. None where no id is.
std::optional<Expression> Compiler::by_kind(const Expression& form, const FieldPath& field) const {
  const bool is_across = field.derived != nullptr && field.derived->is_across;
  if (!is_across || !field.path.empty() || !field.onward.empty()) return std::nullopt;
  Expression across = form;
  Expression own = form;
  own.choices.clear();
  std::erase_if(across.choices, [&](const Choice& choice) {
    const auto* head = query_.context_.data.find(choice.from.text);
    const bool is_own = choice.how == Compare::is && head != nullptr && head->kind == *field.of;
    if (is_own) own.choices.push_back(choice);
    return is_own;
  });
  if (own.choices.empty()) return std::nullopt;
  own.name.text += '.' + std::string(field.derived_name);
  if (across.choices.empty()) return own;
  return Expression{.kind = Expression::Kind::any, .parts = {std::move(across), std::move(own)}};
}

/// Who has a part in one record is quickly said from that record's side, and slowly from the side
/// of all others.
std::vector<Truth> Compiler::known(const FieldPath& field, const Test& test) const {
  const auto* targets = std::get_if<Targets>(&test.kind);
  const bool is_mutual = field.derived != nullptr && field.derived->is_mutual;
  if (targets == nullptr || !is_mutual || !field.path.empty() || !field.onward.empty()) return {};
  const Context& context = query_.context_;
  std::vector<Truth> answers(context.data.size(), Truth::no);
  auto take = [&answers](const void* value, Truth sure) {
    const auto target = static_cast<const value::Ref*>(value)->target();
    if (target != 0 && target != value::Ref::office)
      answers[target - 1] = std::max(answers[target - 1], sure);
  };
  for (const std::uint32_t target : targets->wanted)
    if (target != value::Ref::office)
      field.derived->values(context.data.head(target - 1), context, Sink(take));
  return answers;
}

/// has:field
Outcome<Node> Compiler::presence(const Expression& form, const Scope& scope) {
  const Choice& choice = form.choices.front();
  if (form.choices.size() > 1 || choice.how != Compare::is || choice.is_range)
    return Mistake{"'has:' takes the name of one field", form.choices.back().at,
                   "write has:email or has:phone for either"};
  auto found = asked(choice.from, scope);
  if (auto* mistake = std::get_if<Mistake>(&found)) return std::move(*mistake);
  Node result{.kind = form.kind, .field = std::move(std::get<FieldPath>(found))};
  result.at = choice.from.at;
  result.test.kind = Present{};
  query_.fields_.push_back(result.field);
  return result;
}

/// field:( … ), all of it for one item.
Outcome<Node> Compiler::item(const Expression& form, const Scope& scope) {
  auto found = asked(form.name, scope);
  if (auto* mistake = std::get_if<Mistake>(&found)) return std::move(*mistake);
  Node result{.kind = form.kind, .field = std::move(std::get<FieldPath>(found))};
  const auto within = inside(result.field, scope);
  if (!within)
    return Mistake{fmt::format("'{}' has no fields of its own", form.name.text), form.name.at,
                   fmt::format("list its values: {}:a,b", form.name.text)};
  query_.fields_.push_back(result.field);
  auto inner = node(form.parts.front(), *within);
  if (auto* mistake = std::get_if<Mistake>(&inner)) return std::move(*mistake);
  inner = bind_items(std::move(std::get<Node>(inner)),
                     result.field.has_many() ? form.name.text : "", query_.context_);
  if (auto* mistake = std::get_if<Mistake>(&inner)) return std::move(*mistake);
  result.negates = negates(std::get<Node>(inner));
  result.parts.push_back(std::move(std::get<Node>(inner)));
  return result;
}

/// @key, as if the terms of that saved query stood there in parentheses.
Outcome<Node> Compiler::saved(const Piece& name, const Scope& scope) {
  if (is_in_saved_)
    return Mistake{"a saved query cannot use another one", name.at,
                   "write its terms, or the text in double quotes"};
  if (!scope.record)
    return Mistake{"a saved query is about records, and not about an item of a list", name.at,
                   fmt::format("write {} outside of the parentheses", name.text)};
  const auto found = find_saved(name, query_.kind_, query_.context_.office);
  if (const auto* mistake = std::get_if<Mistake>(&found)) return *mistake;
  const std::string terms = terms_of(*std::get<const model::SavedQuery*>(found));
  const auto fail = [&](const Mistake& mistake) {
    return Mistake{
        fmt::format("in the saved query '{}': {}", name.text, mistake.what), name.at,
        mistake.hint.empty() ? "`rapport validate rapport.yaml` shows where" : mistake.hint};
  };
  auto form = parse(terms);
  if (const auto* mistake = std::get_if<Mistake>(&form)) return fail(*mistake);
  const std::string_view around = std::exchange(text_, terms);
  is_in_saved_ = true;
  auto root = node(std::get<Expression>(form), scope);
  is_in_saved_ = false;
  text_ = around;
  if (const auto* mistake = std::get_if<Mistake>(&root)) return fail(*mistake);
  place_at(std::get<Node>(root), name.at);
  return root;
}

bool Query::reveals(value::Reveals what) const {
  return asks_everything_ || std::ranges::any_of(fields_, [what](const FieldPath& field) {
           return field.reveals(what);
         });
}

bool Query::can_be_unsure() const {
  return std::ranges::any_of(fields_, [](const FieldPath& field) {
    const auto shape = field.type->shape;
    return shape == value::Shape::date || shape == value::Shape::moment ||
           shape == value::Shape::count ||
           (field.derived != nullptr && field.derived->can_be_unsure);
  });
}

Truth Query::match(const model::RecordHeader& head, const Pins* pins) const {
  if (head.kind != kind_) return Truth::no;
  return query::match(*root_, subject(head, context_, pins), context_);
}

Outcome<Query> understand(std::string_view text, model::RecordKind kind, const Context& context) {
  return Compiler(context, kind).whole(text);
}

base::Result<Query> compile(std::string_view text, model::RecordKind kind, const Context& context) {
  auto query = understand(text, kind, context);
  if (const auto* mistake = std::get_if<Mistake>(&query)) return failure(*mistake, text);
  return std::move(std::get<Query>(query));
}

}  // namespace rapport::query
