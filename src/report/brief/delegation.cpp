// Who of the office goes on the visit.
#include "mandate/questions/visit.hpp"
#include "report/brief/brief.hpp"

#include <utility>

namespace rapport::report {
namespace {

using model::Delegate;
using model::Engagement;
using model::Staff;
using questions::Going;
using templates::Value;

/// The State receives the holder, and letters name who signs them: others are the office's own.
bool is_public(const Going& going, const model::Office& office) {
  if (going.staff.empty()) return false;
  const Staff& staff = office.staff[going.staff.front()];
  return going.is_holder || staff.post || staff.role == model::StaffRole::holder;
}

std::vector<Going> all_going(const Brief& brief) {
  const auto start = brief.visit.get<&Engagement::start>().date();
  const model::Date then = start && !start.is_unknown() ? start : brief.on;
  return brief.released.ask(questions::delegation, brief.visit.record(), brief.released.office(),
                            then);
}

/// Names with their terms where it is not known which of them went.
Value names_of(const Going& going, const model::Office& office) {
  std::vector<Value> list;
  for (const std::size_t i : going.staff) {
    const Staff& staff = office.staff[i];
    const bool is_sure = going.staff.size() == 1;
    list.push_back(Value::object()
                       .set("name", staff.name.str())
                       .set("since", is_sure ? Value() : value(staff.since))
                       .set("until", is_sure ? Value() : value(staff.until)));
  }
  return in_order(std::move(list));
}

}  // namespace

Value delegation(const Brief& brief) {
  const model::Office& office = brief.released.office();
  const auto delegates = brief.visit.list<&Engagement::delegation>();
  const auto all = all_going(brief);
  std::vector<Value> list;
  for (std::size_t i = 0; i < delegates.size() && i < all.size(); ++i) {
    if (!brief.is_for_office() && !is_public(all[i], office)) continue;
    const auto who = delegates[i].show<&Delegate::who>();
    list.push_back(Value::object()
                       .set("names", names_of(all[i], office))
                       // Who is not in the list of staff is written as the record says.
                       .set("key", all[i].is_holder ? Value() : value(who))
                       .set("role", in_words(delegates[i].show<&Delegate::role>())));
  }
  return in_order(std::move(list));
}

}  // namespace rapport::report
