#include "model/engagement.hpp"
#include "rules/engine/item.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::programme_outside_visit_rule {

extern const RuleSpec spec = {
    .summary = "A meeting is outside the visit's dates",
    .help =
        "Either the meeting has a wrong date, or the visit is longer than it says: packs "
        "and calendars are made from both.",
    .example =
        "start: 2026-05-04\n"
        "end: 2026-05-15\n"
        "# and a slot at: 2026-05-16T10:00-06:00",
    .local = true,
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          if (!engagement.visit) return;
          for (const auto& slot : engagement.visit->programme) {
            if (!slot.at) continue;
            const bool early = value::sure_before(slot.at.date(), engagement.start.date());
            const bool late = value::sure_after(slot.at.date(), engagement.end.date());
            const bool ends_late =
                slot.until && value::sure_after(slot.until.date(), engagement.end.date());
            if (!early && !late && !ends_late) continue;
            const auto& when = early || late ? slot.at : slot.until;
            report
                .add(engagement.head, when,
                     fmt::format("slot {} {} {}, {} the visit",
                                 name_of_item(engagement.visit->programme, slot),
                                 early || late ? "is on" : "lasts until", when.date().str(),
                                 early ? "before" : "after"))
                .note(early ? place_of(engagement.head, engagement.start)
                            : place_of(engagement.head, engagement.end),
                      early ? "it begins here" : "it ends here")
                .fix(fmt::format("correct the day, or write `{}: {}` for the visit",
                                 early ? "start" : "end", slot.at.date().str()));
          }
        },
};

}  // namespace rapport::rules::programme_outside_visit_rule
