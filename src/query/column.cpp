#include "query/column.hpp"

#include "base/text.hpp"
#include "query/items.hpp"
#include "query/node.hpp"

#include <fmt/format.h>

namespace rapport::query {
namespace {

std::string heading(const FieldPath& field) {
  if (field.derived != nullptr && field.path.empty() && field.onward.empty())
    return std::string(field.derived->heading);
  std::string text = base::upper_ascii(field.name);
  for (char& c : text)
    if (c == '_' || c == '.') c = ' ';
  return text;
}

}  // namespace

Outcome<std::vector<Column>> columns(std::string_view names, model::RecordKind kind) {
  std::vector<Column> found;
  for (const std::string_view part : base::split(names, ',')) {
    const std::string_view name = base::trim(part);
    const auto offset = static_cast<std::size_t>(name.data() - names.data());
    if (name.empty())
      return Mistake{"the name of a field is missing",
                     {static_cast<std::size_t>(part.data() - names.data()), 0},
                     "write them with commas between: id,name"};
    const Piece piece{std::string(name), {offset, name.size()}};
    auto field = find_field(piece, scope(kind));
    if (auto* mistake = std::get_if<Mistake>(&field)) {
      if (mistake->hint.empty()) mistake->hint = "`rapport help queries` lists the fields";
      return std::move(*mistake);
    }
    field = comparable(std::move(std::get<FieldPath>(field)), piece);
    if (auto* mistake = std::get_if<Mistake>(&field)) return std::move(*mistake);
    Column column{std::move(std::get<FieldPath>(field)), {}};
    column.heading = heading(column.field);
    found.push_back(std::move(column));
  }
  return found;
}

namespace {

bool ends_in_list(const FieldPath& field) {
  if (!field.onward.empty()) return ends_in_list(field.onward.front());
  return field.path.empty() ? field.derived->has_many
                            : field.path.back()->type->shape == value::Shape::list;
}

}  // namespace

Outcome<FieldPath> list_field(std::string_view name, model::RecordKind kind) {
  const Piece piece{std::string(name), {0, name.size()}};
  auto found = find_field(piece, scope(kind));
  if (auto* mistake = std::get_if<Mistake>(&found)) return std::move(*mistake);
  auto& field = std::get<FieldPath>(found);
  if (ends_in_list(field)) return std::move(field);
  if (auto list = innermost_list(field)) return std::move(*list);
  return Mistake{
      fmt::format("'{}' is not a list: a record has one of it at most", name), piece.at,
      kind == model::RecordKind::partner ? "as in --each contacts" : "as in --each support"};
}

std::vector<Column> usual_columns(model::RecordKind kind) {
  auto found = columns(
      kind == model::RecordKind::partner ? "id,name,kind,country" : "id,kind,when,status,title",
      kind);
  return std::move(std::get<std::vector<Column>>(found));
}

void each_value(const FieldPath& field, const Hit& hit, const Context& context,
                const Visit& visit) {
  each_value(field, subject(*hit.record, context, hit.item.get()), context, visit);
}

}  // namespace rapport::query
