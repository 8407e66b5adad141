// What to raise at a meeting and what not, with how many agreed to be named there.
#include "release/describe.hpp"
#include "report/brief/brief.hpp"

#include <algorithm>

namespace rapport::report {
namespace {

using model::Engagement;
using model::Partner;
using model::Slot;
using release::Cleared;
using templates::List;
using templates::Value;

/// Of the alleged victims of a case, how many agreed that their name is said to all who are met.
struct OralConsent {
  std::size_t agreed = 0;
  std::size_t all = 0;
  bool has_others = false;  // who have no record, and so were not asked
};

bool agreed_to_all(const Brief& brief, const model::Dataset& data, const Partner& victim,
                   const Engagement& matter, const std::vector<std::string>& met) {
  return std::ranges::all_of(met, [&](const std::string& id) {
    const Partner* listener = data.partner(id);
    if (listener == nullptr) return false;
    const release::Gate gate(data, brief.library.codes(),
                             {.audience = release::audience_of(*listener, &matter),
                              .use = model::Use::raise_orally,
                              .on = brief.on,
                              .state = listener->country,
                              .subject = &matter});
    return static_cast<bool>(gate.victim_permission(victim, matter, listener->country));
  });
}

OralConsent oral_consent(const Brief& brief, const std::string& case_id,
                         const std::vector<std::string>& met) {
  return brief.released.ask([&](const model::Dataset& data) {
    OralConsent count;
    const model::Engagement* matter = data.engagement(case_id);
    if (matter == nullptr || !matter->case_) return count;
    for (const auto& victim : matter->case_->alleged_victims) {
      const Partner* partner = data.partner(victim.partner);
      if (partner == nullptr) {
        count.has_others = true;
        continue;
      }
      ++count.all;
      if (agreed_to_all(brief, data, *partner, *matter, met)) ++count.agreed;
    }
    return count;
  });
}

}  // namespace

Value raised(const Brief& brief, const Meeting& meeting) {
  std::vector<std::string> met;
  for (const auto& partner : meeting.with.shown) met.emplace_back(partner.id());
  List list;
  for (const auto& item : meeting.slot.list<&Slot::raise>()) {
    const auto matter = item.engagement<&model::Raised::case_>();
    const OralConsent count =
        matter ? oral_consent(brief, std::string(matter.id()), met) : OralConsent{};
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
