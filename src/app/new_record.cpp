#include "app/new_record.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/id.hpp"
#include "model/partner.hpp"
#include "model/place.hpp"
#include "model/record_type.hpp"
#include "value/limits.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::app {
namespace {

using model::PartnerKind;
using value::Shape;

bool suits(const value::Field& row, PartnerKind kind) {
  if (kind == PartnerKind::absent || model::default_form(kind) == model::Form::person) return true;
  const auto group = model::group_of(kind);
  const bool runs_risk = group == model::Group::defenders || group == model::Group::civil_society;
  return row.meta.suits == value::Suits::all ||
         (row.meta.suits == value::Suits::at_risk && runs_risk);
}

/// The reference data has rows of bodies that States and organisations made.
bool may_be_listed(PartnerKind kind) {
  const auto group = model::group_of(kind);
  return group != model::Group::defenders && group != model::Group::civil_society;
}

/// The block of the kind's own: visit, case, communication, statement.
const value::Field* own_block(const RecordKindName& kind) {
  const value::Field* const field = field_named(&kind.type(), kind.kind);
  return field == nullptr || field->type->shape != Shape::block ? nullptr : field;
}

}  // namespace

const value::Type& RecordKindName::type() const {
  return record == "partner" ? model::partner_type() : model::engagement_type();
}

PartnerKind RecordKindName::partner_kind() const {
  if (record != "partner") return PartnerKind::absent;
  const auto parsed = value::parse_word<PartnerKind>(kind);
  return parsed ? *parsed : PartnerKind::absent;
}

std::span<const std::string_view> kinds_of(std::string_view record) {
  return RecordKindName{record, {}}.type().rows().rows.front().type->words;
}

std::optional<RecordKindName> find_kind(std::string_view kind) {
  for (const std::string_view record : {"partner", "engagement"}) {
    const auto words = kinds_of(record);
    const auto found = std::ranges::find(words, kind);
    if (found != words.end()) return RecordKindName{record, *found};
  }
  return std::nullopt;
}

base::Result<std::string> draw_engagement_id(std::string_view kind, const value::Date& on,
                                             DrawId draw) {
  const std::string month = on.precision() == value::Precision::year
                                ? fmt::format("{:04}", on.year())
                                : fmt::format("{:04}-{:02}", on.year(), on.month());
  return draw(fmt::format("{}-{}", month, kind), 4);
}

std::string id_from_name(std::string_view name) {
  std::string id;
  const std::string folded = base::fold(name);
  for (const auto word : base::words(folded)) {
    std::string kept;
    for (const char c : word)
      if (base::is_lower(c) || base::is_digit(c)) kept += c;
    if (kept.empty() || id.size() + kept.size() + 1 > 40) continue;
    if (!id.empty()) id += '-';
    id += kept;
  }
  return model::may_name_record(id) ? id : std::string();
}

std::string folder_of(const RecordKindName& kind, const value::Date& on) {
  if (kind.record == "partner") return model::folder_of(model::group_of(kind.partner_kind()));
  if (kind.kind == "case") return std::string(model::cases_folder);
  return model::folder_of_year(on.year());
}

bool is_offered(const value::Field& row, const RecordKindName& kind, bool is_short) {
  if (row.name == "compartment" || row.name == "policy") return false;  // written by sealing itself
  const auto rows = kind.type().rows().rows;
  const bool is_of_record = &row >= rows.data() && &row < rows.data() + rows.size();
  if (!is_of_record) return !is_short || row.meta.required || row.meta.is_usual;
  if (!suits(row, kind.partner_kind())) return false;
  if (is_short && row.name == "listed_as" && !may_be_listed(kind.partner_kind())) return false;
  const bool is_own_block = &row == own_block(kind);
  const auto words = kinds_of(kind.record);
  const bool is_of_another =
      row.type->shape == Shape::block && !is_own_block && std::ranges::count(words, row.name) != 0;
  if (is_of_another) return false;
  return !is_short || row.meta.required || row.meta.is_usual || is_own_block;
}

std::vector<RequiredField> required_fields(const RecordKindName& kind) {
  std::vector<RequiredField> required;
  for (const value::Field& row : kind.type().rows().rows)
    if (row.name != "kind" &&
        (row.meta.required || (kind.record == "partner" && row.name == "name")))
      required.push_back({std::string(row.name), &row});
  if (const value::Field* const block = own_block(kind))
    for (const value::Field& row : block->type->rows().rows)
      if (row.meta.required)
        required.push_back({fmt::format("{}.{}", block->name, row.name), &row});
  return required;
}

}  // namespace rapport::app
