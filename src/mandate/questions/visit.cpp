#include "mandate/questions/visit.hpp"

#include "model/dataset.hpp"

namespace rapport::mandate::questions {
namespace {

using model::Delegate;
using model::Staff;

/// Who held the mandate on that day for sure, else all who may have.
std::vector<std::size_t> holders(const model::Office& office, const model::Date& then) {
  std::vector<std::size_t> perhaps;
  for (std::size_t i = 0; i < office.staff.size(); ++i) {
    const Staff& staff = office.staff[i];
    if (staff.role != model::StaffRole::holder) continue;
    const auto held = value::within(then, staff.since, staff.until);
    if (held == value::Truth::yes) return {i};
    if (held == value::Truth::maybe) perhaps.push_back(i);
  }
  return perhaps;
}

Going going(const Delegate& delegate, const model::Office& office, const model::Date& then) {
  if (delegate.who.str() == "holder") return {true, holders(office, then)};
  Going going;
  for (std::size_t i = 0; i < office.staff.size(); ++i)
    if (office.staff[i].key.str() == delegate.who.str()) going.staff.push_back(i);
  return going;
}

}  // namespace

SlotCounts slots_that_take_place(const model::Dataset& data, model::RecordId visit) {
  SlotCounts counts;
  for (const auto& slot : data.engagement(data.head(visit.index)).visit->programme) {
    if (!model::takes_place(slot)) continue;
    ++counts.all;
    if (!slot.setting) ++counts.without_setting;
  }
  return counts;
}

std::vector<Going> delegation(const model::Dataset& data, model::RecordId visit,
                              const model::Office& office, model::Date then) {
  std::vector<Going> list;
  for (const Delegate& delegate : data.engagement(data.head(visit.index)).delegation)
    list.push_back(going(delegate, office, then));
  return list;
}

}  // namespace rapport::mandate::questions
