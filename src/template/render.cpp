#include "template/render.hpp"

#include "base/limits.hpp"
#include "base/nearest.hpp"
#include "base/text.hpp"
#include "template/filters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace rapport::templates {
namespace {

constexpr std::size_t longest =
    base::limits::template_size;               // bytes of output, and of templates read
constexpr std::size_t most_steps = 4'000'000;  // texts and tags tried, and bytes filters go through

/// The bytes a filter has to go through.
std::size_t size_of(const Value& value) {
  if (const auto* text = value.text()) return text->size();
  std::size_t size = 1;
  if (const auto* items = value.list())
    for (const auto& item : *items) size += size_of(item);
  return size;
}

std::size_t size_indented(const Source& source, const std::string& indent) {
  if (indent.empty()) return source.text.size();
  const auto ends = static_cast<std::size_t>(std::ranges::count(source.text, '\n'));
  return source.text.size() + indent.size() * (ends + 1);
}

class Renderer {
 public:
  Renderer(const Grammar& grammar, const Find& find, Escape escape, Rendered& result)
      : grammar_(grammar), find_(find), escape_(escape), result_(result) {}

  void run(const Source& source, const Value& value) {
    const Tree* tree = read(source, "");
    if (!result_.problems.empty()) return;
    scopes_.push_back(&value);
    nodes(*tree, tree->nodes);
  }

 private:
  const Tree* read(const Source& source, const std::string& indent) {
    const auto [place, is_new] = known_.try_emplace({&source, indent}, nullptr);
    if (is_new) {
      place->second = &result_.trees.emplace_back();
      read_ += size_indented(source, indent);
      if (read_ > longest) return place->second;
      parse(source, indent, result_.trees.back(), result_.problems);
    }
    return place->second;
  }

  bool must_stop(const Tree& tree, const Node& node) {
    if (result_.problems.size() >= problem_limit) return true;
    if (++steps_ <= most_steps && result_.text.size() <= longest && read_ <= longest) return false;
    wrong(tree, node, "this template never ends");
    result_.problems.resize(problem_limit, result_.problems.back());  // nothing is tried after it
    return true;
  }

  void wrong(const Tree& tree, const Node& node, std::string message, std::string hint = {}) {
    result_.problems.push_back(
        templates::problem_at(tree, node.offset, std::move(message), std::move(hint)));
  }

  void nodes(const Tree& tree, const std::vector<Node>& list) {
    for (const auto& node : list) {
      if (must_stop(tree, node)) return;
      one(tree, node);
    }
  }

  void one(const Tree& tree, const Node& node) {
    switch (node.kind) {
      case Node::Kind::text:
        result_.origins.push_back({result_.text.size(), &tree, node.offset, true});
        result_.text += node.text;
        return;
      case Node::Kind::value:
        return value(tree, node);
      case Node::Kind::section:
      case Node::Kind::inverted:
        return section(tree, node);
      case Node::Kind::partial:
        return partial(tree, node);
    }
  }

  /// The value a tag names, after its filters; null when there is a mistake, which was told. What
  /// filters have made lies in `made`: a list that is only looked through is not copied.
  const Value* evaluate(const Tree& tree, const Node& node, Value& made) {
    const Value* found = look_up(tree, node);
    for (const auto& use : node.filters) {
      if (!found) return nullptr;
      steps_ += size_of(*found);
      if (must_stop(tree, node)) return nullptr;
      Filtered result = apply(*find_filter(use.name), *found, use.arguments, grammar_);
      if (const auto* refusal = std::get_if<Refusal>(&result)) {
        wrong(tree, node, refusal->message);
        return nullptr;
      }
      made = std::get<Value>(std::move(result));
      found = &made;
    }
    return found;
  }

  const Value* look_up(const Tree& tree, const Node& node) {
    if (node.text == ".") return scopes_.back();
    const auto parts = base::split(node.text, '.');
    const Value* found = nullptr;
    for (std::size_t i = scopes_.size(); i-- > 0 && !found;) found = scopes_[i]->find(parts[0]);
    if (!found) {
      missing(tree, node, parts[0], scopes_);
      return nullptr;
    }
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const Value* inner = found->find(parts[i]);
      if (!inner) {
        missing(tree, node, parts[i], {found});
        return nullptr;
      }
      found = inner;
    }
    return found;
  }

  void missing(const Tree& tree, const Node& node, std::string_view part,
               const std::vector<const Value*>& scopes) {
    base::Nearest nearest(part);
    for (const auto* scope : scopes)
      if (const auto* members = scope->members())
        for (const auto& member : *members) nearest.offer(member.name);
    const std::string hint =
        nearest.best().empty() ? "" : fmt::format("did you mean '{}'?", nearest.best());
    wrong(tree, node,
          part == node.text ? fmt::format("there is no value named '{}'", part)
                            : fmt::format("there is no '{}' for '{}'", part, node.text),
          hint);
  }

  void value(const Tree& tree, const Node& node) {
    Value made;
    const Value* found = evaluate(tree, node, made);
    if (!found) return;
    std::string text;
    if (const auto* own = found->text())
      text = *own;
    else if (const auto* number = found->number())
      text = std::to_string(*number);
    else if (const auto* date = found->date())
      text = write_date(*date, DateForm::full, grammar_);
    else if (!found->is_nothing())
      return wrong(tree, node, fmt::format("'{}' is {}, not a text", node.text, found->kind()),
                   found->list() ? fmt::format("write {{{{{} | list}}}} or a section", node.text)
                                 : std::string());
    const std::string escaped = escape_(text);
    if (escaped.empty())
      return wrong(
          tree, node, fmt::format("'{}' has no value here", node.text),
          fmt::format("put it into a section, or write {{{{{} | default '…'}}}}", node.text));
    result_.origins.push_back({result_.text.size(), &tree, node.offset, false});
    result_.text += escaped;
  }

  void section(const Tree& tree, const Node& node) {
    Value made;
    const Value* found = evaluate(tree, node, made);
    if (!found) return;
    if (node.kind == Node::Kind::inverted) {
      if (!found->holds()) nodes(tree, node.children);
    } else if (const auto* items = found->list()) {
      for (const auto& item : *items) inside(tree, node, item);
    } else if (found->flag()) {
      if (*found->flag()) nodes(tree, node.children);
    } else if (found->holds()) {
      inside(tree, node, *found);
    }
  }

  void inside(const Tree& tree, const Node& node, const Value& scope) {
    if (must_stop(tree, node)) return;
    scopes_.push_back(&scope);
    nodes(tree, node.children);
    scopes_.pop_back();
  }

  void partial(const Tree& tree, const Node& node) {
    const Source* source = find_ ? find_(node.text) : nullptr;
    if (!source)
      return wrong(tree, node, fmt::format("there is no template named '{}'", node.text));
    if (depth_ >= depth_limit)
      return wrong(tree, node, fmt::format("partials are nested deeper than {}", depth_limit),
                   fmt::format("'{}' includes itself without an end", node.text));
    const std::size_t before = result_.problems.size();
    const Tree* inner = read(*source, node.indent);
    if (result_.problems.size() > before || must_stop(tree, node)) return;
    ++depth_;
    nodes(*inner, inner->nodes);
    --depth_;
  }

  const Grammar& grammar_;
  const Find& find_;
  Escape escape_;
  Rendered& result_;
  std::map<std::pair<const Source*, std::string>, const Tree*> known_;
  std::vector<const Value*> scopes_;
  std::size_t depth_ = 0;
  std::size_t steps_ = 0;
  std::size_t read_ = 0;  // bytes of templates, as often as they were read
};

}  // namespace

Problem Rendered::problem_at(std::size_t offset, std::string message, std::string hint) const {
  const auto next = std::ranges::upper_bound(origins, offset, {}, &Origin::start);
  if (next == origins.begin()) return {{}, 1, 1, std::move(message), std::move(hint)};
  const Origin& origin = *std::prev(next);
  const std::size_t place = origin.offset + (origin.is_text ? offset - origin.start : 0);
  return templates::problem_at(*origin.tree, place, std::move(message), std::move(hint));
}

void render(const Source& source, const Value& value, const Grammar& grammar, const Find& find,
            Escape escape, Rendered& result) {
  Renderer(grammar, find, escape, result).run(source, value);
}

}  // namespace rapport::templates
