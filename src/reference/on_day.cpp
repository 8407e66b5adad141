#include "reference/on_day.hpp"

#include "value/field.hpp"

#include <algorithm>
#include <cstring>
#include <vector>

namespace rapport::reference {
namespace {

using value::Date;

/// What belongs to the former entry itself, and not to the row.
bool is_of_entry(std::string_view field) {
  return field == "until" || field == "note" || field == "unverified";
}

template <class Row, class Former>
void lay_former_over(Row& row, const Former& former) {
  const auto members = value::rows_of<Row>().rows;
  for (const value::Field& field : value::rows_of<Former>().rows) {
    if (is_of_entry(field.name) || !field.type->present(field.of(&former))) continue;
    const auto member = std::ranges::find(members, field.name, &value::Field::name);
    if (member != members.end() && member->type == field.type)
      std::memcpy(member->member(&row), field.of(&former), field.type->size);
  }
}

/// The latest first, so that of two entries for one field the earlier, which ends first, decides.
template <class Row, class Former>
Row with_former(Row row, const model::List<Former>& all, Date day) {
  std::vector<const Former*> in_force;
  for (const Former& former : all)
    if (day && !value::sure_after(day, former.until)) in_force.push_back(&former);
  std::ranges::stable_sort(in_force, [](const Former* a, const Former* b) {
    return value::sorts_before(b->until, a->until);
  });
  for (const Former* former : in_force) lay_former_over(row, *former);
  return row;
}

template <class Former>
bool any_changes_on(const model::List<Former>& all, Date day) {
  return day && std::ranges::any_of(all, [&](const Former& former) {
           return value::after(day, former.until) == value::Truth::maybe;
         });
}

}  // namespace

model::StateRow on_day(const model::StateRow& row, Date day) {
  return with_former(row, row.former_names, day);
}

model::MandateRow on_day(const model::MandateRow& row, Date day) {
  return with_former(row, row.former_titles, day);
}

bool may_have_changed(const model::StateRow& row, Date day) {
  return any_changes_on(row.former_names, day);
}

bool may_have_changed(const model::MandateRow& row, Date day) {
  return any_changes_on(row.former_titles, day);
}

Holder holder(const model::MandateRow& row, Date day) {
  Holder best;
  for (const model::HolderRow& each : row.holders) {
    const auto known = value::within(day, each.since, each.until);
    if (known == value::Truth::yes) return {known, &each};
    if (known == value::Truth::maybe) best = {known, &each};
  }
  return best;
}

}  // namespace rapport::reference
