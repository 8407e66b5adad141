// Who of the office goes on the visit.
#include "report/brief/brief.hpp"

#include <utility>

namespace rapport::report {
namespace {

using model::Delegate;
using model::Engagement;
using model::Staff;
using templates::Value;

/// One of the delegation: rows of the office's own list of staff.
struct Going {
  bool is_holder = false;
  std::vector<std::size_t> staff;  // several holders where a date is not known precisely
};

/// Who held the mandate on that day for sure, else all who may have.
std::vector<std::size_t> holders(const model::Office& office, const model::Date& then) {
  std::vector<std::size_t> perhaps;
  for (std::size_t i = 0; i < office.staff.size(); ++i) {
    const Staff& staff = office.staff[i];
    if (staff.role != model::StaffRole::holder) continue;
    const auto held = value::within(then, staff.since, staff.until);
    if (held == value::Answer::yes) return {i};
    if (held == value::Answer::maybe) perhaps.push_back(i);
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

/// The State receives the holder, and letters name who signs them: others are the office's own.
bool is_public(const Going& going, const model::Office& office) {
  if (going.staff.empty()) return false;
  const Staff& staff = office.staff[going.staff.front()];
  return going.is_holder || staff.post || staff.role == model::StaffRole::holder;
}

std::vector<Going> all_going(const Brief& brief) {
  const auto start = brief.visit.get<&Engagement::start>().date();
  const model::Date then = start && !start.is_unknown() ? start : brief.on;
  const model::Office& office = brief.released.office();
  return brief.released.ask([&](const model::Dataset& data) {
    std::vector<Going> list;
    for (const Delegate& delegate : data.engagement(brief.request.subject)->delegation)
      list.push_back(going(delegate, office, then));
    return list;
  });
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
