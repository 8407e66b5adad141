#include "model/engagement.hpp"
#include "rules/engine/rule.hpp"

#include <algorithm>

namespace rapport::rules::held_without_partners_rule {
namespace {

/// Kinds that are not held without somebody: cooperation and exchanges of letters are, even where
/// nobody sits in one room.
bool has_partners(model::EngagementKind kind) {
  using enum model::EngagementKind;
  return kind != absent && kind != case_ && kind != communication && kind != statement &&
         kind != report && kind != call_for_input && kind != visit;
}

/// Whoever declined or stayed away was not met, and an invitation alone says nothing.
bool was_there(const model::Participation& participation) {
  using enum model::Attendance;
  return !participation.status || participation.status == attended ||
         participation.status == represented;
}

bool met_somebody(const model::Visit& visit) {
  for (const auto& slot : visit.programme)
    if (!slot.with.empty() || !slot.attended.empty() || slot.attendance) return true;
  return false;
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "An engagement was held, and no participant is recorded",
    .help =
        "Only engagements that were held count, with the people they reached: partners by id, or "
        "how many came, without naming them. `attendance: {total: unknown}` is enough. Those who "
        "were invited, declined or stayed away do not count.",
    .example =
        "kind: meeting\n"
        "status: held",
    .local = true,
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          if (engagement.status != model::Status::held || engagement.head.has_errors) return;
          if (engagement.attendance || std::ranges::any_of(engagement.partners, was_there)) return;
          const bool visit = engagement.kind == model::EngagementKind::visit && engagement.visit;
          if (visit ? met_somebody(*engagement.visit) || engagement.visit->programme.empty()
                    : !has_partners(*engagement.kind))
            return;
          report.add(engagement.head, engagement.status, "held, but no participant is recorded")
              .fix("add `partners`, or `attendance: {total: …}`; it may be unknown");
        },
};

}  // namespace rapport::rules::held_without_partners_rule
