#include "app/askable.hpp"

#include "app/query_policy.hpp"
#include "query/field_path.hpp"
#include "query/queryable_fields.hpp"

#include <utility>
#include <variant>

namespace rapport::app {
namespace {

query::Piece piece(std::string_view name) { return {.text = std::string(name), .at = {}}; }

std::optional<AskableField> allowed(const query::Outcome<query::FieldPath>& found,
                                    std::string_view name, model::RecordKind kind,
                                    model::Audience audience) {
  const auto* field = std::get_if<query::FieldPath>(&found);
  if (field == nullptr || !check_query_allowed(*field, kind, audience)) return std::nullopt;
  return AskableField{std::string(name), field->type, field->refers};
}

}  // namespace

std::vector<AskableField> askable_fields(model::RecordKind kind, model::Audience audience) {
  std::vector<AskableField> found;
  for (const auto& field : query::queryable_fields(kind))
    if (auto may = allowed(query::find_field(piece(field.name), query::scope(kind)), field.name,
                           kind, audience))
      found.push_back(std::move(*may));
  return found;
}

std::optional<AskableField> askable_field(std::string_view name, model::RecordKind kind,
                                          model::Audience audience) {
  auto found = query::find_field(piece(name), query::scope(kind));
  if (auto* field = std::get_if<query::FieldPath>(&found))
    found = query::comparable(std::move(*field), piece(name));
  return allowed(found, name, kind, audience);
}

}  // namespace rapport::app
