// What to raise at a meeting and what not, with how many agreed to be named there.
#include "report/brief/brief.hpp"

namespace rapport::report {

using model::Slot;
using release::Cleared;
using templates::List;
using templates::Value;

Value raised(const Brief& brief, const Meeting& meeting) {
  List list;
  for (const auto& item : meeting.slot.list<&Slot::raise>()) {
    const auto matter = item.engagement<&model::Raised::case_>();
    const auto count = matter ? brief.released.oral_consent(matter, meeting.with.shown)
                              : release::Release::OralConsent{};
    list.push_back(
        Value::object()
            .set("text", value(item.show<&model::Raised::text>()))
            .set("how", value(item.show<&model::Raised::how>()))
            .set("case", matter ? value(matter.show<&model::Engagement::title>()) : Value())
            .set("all", count.all)
            .set("agreed", count.agreed)
            .set("others", count.has_others));
  }
  return list;
}

Value avoided(const Cleared<Slot>& slot) {
  List list;
  for (const auto& item : slot.list<&Slot::avoid>()) {
    const auto matter = item.engagement<&model::Avoided::case_>();
    list.push_back(
        Value::object()
            .set("text", value(item.show<&model::Avoided::text>()))
            .set("case", matter ? value(matter.show<&model::Engagement::title>()) : Value()));
  }
  return list;
}

}  // namespace rapport::report
