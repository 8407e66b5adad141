#include "model/engagement.hpp"
#include "rules/engine/item.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::programme_overlap_rule {
namespace {

bool counts(const model::Slot& slot) { return slot.at.has_time() && model::takes_place(slot); }

/// `later` begins while `earlier` goes on.
bool overlap(const model::Slot& earlier, const model::Slot& later) {
  return earlier.until.has_time() && earlier.at.instant() <= later.at.instant() &&
         later.at.instant() < earlier.until.instant();
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "Two meetings of a programme overlap",
    .help =
        "The mandate holder is in one room at a time. Slots that were refused or cancelled do not "
        "count, nor do slots without an end.",
    .example =
        "- {key: s1, at: 2026-05-04T09:30-06:00, until: 2026-05-04T10:30-06:00}\n"
        "- {key: s2, at: 2026-05-04T10:00-06:00}",
    .local = true,
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          if (!engagement.visit) return;
          const auto& slots = engagement.visit->programme;
          for (std::size_t i = 0; i < slots.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
              if (!counts(slots[i]) || !counts(slots[j])) continue;
              const bool after = overlap(slots[j], slots[i]);
              if (!after && !overlap(slots[i], slots[j])) continue;
              const auto& late = after ? slots[i] : slots[j];
              const auto& early = after ? slots[j] : slots[i];
              report
                  .add(engagement.head, late.at,
                       fmt::format("slot {} begins before slot {} ends", name_of_item(slots, late),
                                   name_of_item(slots, early)))
                  .note(place_of(engagement.head, early.until), "it ends here")
                  .fix("move one of them, or set the status of the one that does not take place");
            }
        },
};

}  // namespace rapport::rules::programme_overlap_rule
