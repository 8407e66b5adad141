#include "query/field_path.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "model/misnomer.hpp"
#include "query/queryable_fields.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::query {
namespace {

using value::Field;
using value::Shape;
using value::Type;

const Type* item(const Type* type) {
  while (type->shape == Shape::list) type = type->element;
  return type;
}

const Field* find_row(const Type& block, std::string_view name) {
  for (const Field& row : block.rows().rows)
    if (row.name == name || (!row.meta.singular.empty() && row.meta.singular == name)) return &row;
  return nullptr;
}

model::RecordKind kind_of(const Type& record) {
  return &record == &record_type(model::RecordKind::partner) ? model::RecordKind::partner
                                                             : model::RecordKind::engagement;
}

const Type* referred_type(value::Refers refers, const Scope& around) {
  if (refers == value::Refers::partner) return &record_type(model::RecordKind::partner);
  if (refers == value::Refers::engagement) return &record_type(model::RecordKind::engagement);
  return refers == value::Refers::record && around.record ? around.type : nullptr;
}

/// The type whose rows lie inside a value: of the block itself, or of the record it refers to.
const Type* rows_in(const Type& type, value::Refers refers, const Scope& around) {
  if (type.shape == Shape::block) return &type;
  return type.shape == Shape::ref ? referred_type(refers, around) : nullptr;
}

std::string nearest_name(std::string_view name, const Type& block, const Scope& scope) {
  base::Nearest nearest(name);
  for (const Field& row : block.rows().rows) {
    nearest.offer(row.name);
    if (!row.meta.singular.empty()) nearest.offer(row.meta.singular);
  }
  if (scope.record && &block == scope.type)
    for (const auto& derived : all_derived())
      if (derived->is_of(*scope.record)) nearest.offer(derived.name);
  return std::string(nearest.best());
}

/// "communication.type" for `type`, where exactly that name lies one level below.
std::string below(std::string_view name, const Type& block) {
  for (const Field& row : block.rows().rows) {
    const Type* inner = item(row.type);
    if (inner->shape != Shape::block) continue;
    if (const Field* found = find_row(*inner, name))
      return fmt::format("{}.{}", row.name, found->name);
  }
  return {};
}

/// What the user may have meant, in the order of likelihood.
std::string hint(std::string_view name, const Type& block, const Scope& scope) {
  const bool is_top = scope.record && &block == scope.type;
  if (const auto meant = model::meant_field(block, name); !meant.empty())
    return did_you_mean(meant);
  if (is_top) {
    const auto other = *scope.record == model::RecordKind::partner ? model::RecordKind::engagement
                                                                   : model::RecordKind::partner;
    const auto deeper = below(name, block);
    const bool has_other =
        find_row(record_type(other), name) != nullptr || find_derived(name, other) != nullptr;
    if (!has_other && !deeper.empty()) return did_you_mean(deeper);
    if (has_other && !scope.name.empty())
      return fmt::format("{} have it: after '{}' write with.{}", plural(other), scope.name, name);
    if (has_other)
      return fmt::format("{} have it: write with.{}, or {}", plural(other), name,
                         deeper.empty() ? fmt::format("rapport list {}", plural(other)) : deeper);
  }
  if (const auto near = nearest_name(name, block, scope); !near.empty()) return did_you_mean(near);
  if (is_top) return {};  // what to do then depends on where the name stands
  std::vector<std::string_view> names;
  for (const Field& row : block.rows().rows) names.push_back(row.name);
  return fmt::format("it has {}", base::join(names, ", "));
}

Mistake unknown(const Piece& part, const Type& block, const Scope& scope, std::string_view in) {
  return {in.empty() ? fmt::format("no field '{}'", part.text)
                     : fmt::format("no field '{}' in '{}'", part.text, in),
          part.at, hint(part.text, block, scope)};
}

/// The parts of a dotted name, each with its own place.
std::vector<Piece> parts(const Piece& name) {
  std::vector<Piece> found;
  std::size_t start = 0;
  for (const std::string_view part : base::split(name.text, '.')) {
    found.push_back({std::string(part), {name.at.offset + start, part.size()}});
    start += part.size() + 1;
  }
  return found;
}

}  // namespace

Scope scope(model::RecordKind kind) { return {&record_type(kind), kind}; }

bool FieldPath::reveals(value::Reveals what) const {
  const bool is_link = what == value::Reveals::link;
  const auto refers_away = [](value::Refers to) {
    return to == value::Refers::partner || to == value::Refers::engagement;
  };
  if (derived != nullptr &&
      (derived->disclosure() == what || (is_link && refers_away(derived->refers))))
    return true;
  const auto reveals_it = [&](const Field* row) {
    return row->meta.reveals == what || (is_link && refers_away(row->meta.refers));
  };
  return std::ranges::any_of(path, reveals_it) || (!onward.empty() && onward.front().reveals(what));
}

bool FieldPath::has_many() const {
  const auto is_list = [](const Field* row) { return row->type->shape == Shape::list; };
  return (derived != nullptr && derived->has_many) || std::ranges::any_of(path, is_list) ||
         (!onward.empty() && onward.front().has_many());
}

std::string FieldPath::canonical() const {
  std::string text(derived_name);
  const auto add = [&text](std::string_view part) {
    if (!text.empty()) text += '.';
    text += part;
  };
  for (const Field* row : path) add(row->name);
  if (!onward.empty()) add(onward.front().canonical());
  return text;
}

std::optional<Scope> inside(const FieldPath& field, const Scope& around) {
  const Type* type = rows_in(*field.type, field.refers, around);
  if (type == nullptr) return std::nullopt;
  Scope found{type, {}, field.name};
  if (field.type->shape == Shape::ref) found.record = kind_of(*type);
  return found;
}

namespace {

/// Reads a dotted name from the outside in.
class FieldFinder {
 public:
  FieldFinder(const Piece& name) : name_(name), parts_(parts(name)) {}

  Outcome<FieldPath> from(std::size_t first, const Scope& scope) {
    FieldPath field{.name = name_.text, .of = scope.record};
    const Type* block = scope.type;
    std::string_view in = scope.name;
    for (std::size_t i = first;; ++i) {
      const Piece& part = parts_[i];
      const bool is_last = i + 1 == parts_.size();
      const Field* row = find_row(*block, part.text);
      const bool may_compute = i == first && scope.record;
      if (may_compute && (is_last || row == nullptr || !leads(*row, parts_[i + 1].text)))
        compute(field, part.text, *scope.record);
      if (field.derived == nullptr || i != first) {
        if (row == nullptr) return unknown(part, *block, scope, in);
        field.path.push_back(row);
        field.type = item(row->type);
        field.refers = row->meta.refers;
      }
      in = part.text;
      if (is_last) return field;
      block = rows_in(*field.type, field.refers, scope);
      if (block == nullptr)
        return Mistake{fmt::format("'{}' has no fields of its own", part.text), name_.at,
                       fmt::format("write {}:value", part.text)};
      if (field.type->shape == Shape::ref) return through(std::move(field), i, *block);
    }
  }

 private:
  /// Whether a field of that name is inside the row's values, as far as the row itself knows.
  static bool leads(const Field& row, std::string_view next) {
    const Type* type = item(row.type);
    return type->shape != Shape::block || find_row(*type, next) != nullptr;
  }

  static void compute(FieldPath& field, std::string_view name, model::RecordKind kind) {
    for (const auto& derived : all_derived()) {
      if (derived.name != name || !derived->is_of(kind)) continue;
      field.derived = derived.spec;
      field.derived_name = derived.name;
      field.type = &derived->type;
      field.refers = derived->refers_from(kind);
    }
  }

  /// On in the record that the ith part leads to.
  Outcome<FieldPath> through(FieldPath field, std::size_t i, const Type& record) {
    if (field.derived != nullptr && ++computed_ > most_computed)
      return Mistake{"this goes through too many records", name_.at, "ask in two steps"};
    auto rest = from(i + 1, {&record, kind_of(record), parts_[i].text});
    if (auto* mistake = std::get_if<Mistake>(&rest)) return std::move(*mistake);
    FieldPath& further = std::get<FieldPath>(rest);
    field.type = further.type;
    field.refers = further.refers;
    if (further.derived != nullptr) {
      field.onward.push_back(std::move(further));
    } else {
      field.path.insert(field.path.end(), further.path.begin(), further.path.end());
      field.onward = std::move(further.onward);
    }
    return field;
  }

  /// Each may lead to many records, and each of those to many again.
  static constexpr int most_computed = 3;

  const Piece& name_;
  std::vector<Piece> parts_;
  int computed_ = 0;
};

/// The value of a field is of that row, the last one now.
void take_type(FieldPath& field, const Field& row) {
  field.type = item(row.type);
  field.refers = row.meta.refers;
}

}  // namespace

Outcome<FieldPath> find_field(const Piece& name, const Scope& scope) {
  return FieldFinder(name).from(0, scope);
}

Outcome<FieldPath> comparable(FieldPath field, const Piece& name) {
  if (field.type->shape != Shape::block) return field;
  if (!field.onward.empty()) {
    auto inner = comparable(std::move(field.onward.front()), name);
    if (auto* mistake = std::get_if<Mistake>(&inner)) return std::move(*mistake);
    field.onward.front() = std::move(std::get<FieldPath>(inner));
    field.type = field.onward.front().type;
    field.refers = field.onward.front().refers;
    return field;
  }
  const Field* own = field.row();
  const std::string_view one = own == nullptr               ? field.derived_name
                               : own->meta.singular.empty() ? own->name
                                                            : own->meta.singular;
  if (const Field* same = find_row(*field.type, one)) {
    field.path.push_back(same);
    take_type(field, *same);
    return comparable(std::move(field), name);
  }
  std::vector<std::string> names;
  for (const Field& row : field.type->rows().rows)
    names.push_back(fmt::format("{}.{}", name.text, row.name));
  return Mistake{fmt::format("'{}' is made of fields; use one of them", name.text), name.at,
                 base::join(names, ", ")};
}

namespace {

void add_rows(std::vector<QueryableField>& found, const Type& block, const std::string& prefix,
              int depth) {
  for (const Field& row : block.rows().rows) {
    const Type* type = item(row.type);
    const bool is_computed = std::ranges::any_of(found, [&](const QueryableField& known) {
      return known.name == prefix + std::string(row.name);
    });
    if (is_computed && type->shape != Shape::block) continue;
    const bool is_short = prefix.empty() && !row.meta.singular.empty();
    std::string name = prefix + std::string(is_short ? row.meta.singular : row.name);
    found.push_back({name, type, row.meta.doc});
    if (type->shape == Shape::block && depth > 0)
      add_rows(found, *type, prefix + std::string(row.name) + '.', depth - 1);
  }
}

}  // namespace

std::vector<QueryableField> queryable_fields(model::RecordKind kind) {
  std::vector<QueryableField> found;
  for (const auto& derived : all_derived())
    if (derived->is_of(kind)) {
      const std::string name(derived.name);
      found.push_back({name, &derived->type, derived->doc, derived->example, true});
      if (derived->type.shape == Shape::block) add_rows(found, derived->type, name + '.', 0);
    }
  add_rows(found, record_type(kind), {}, 3);
  std::ranges::stable_sort(found, {}, &QueryableField::name);
  return found;
}

}  // namespace rapport::query
