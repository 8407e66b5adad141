#include "model/dataset.hpp"
#include "rules/engine/apart.hpp"
#include "rules/engine/meetings.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules {
namespace {

/// `kind:law-enforcement` whole, where a value with a colon in it would end at the colon.
Place place_of_pattern(const Head& head, const model::Pattern& pattern) {
  return {head.source, pattern.offset(), static_cast<std::uint32_t>(pattern.str().size())};
}

}  // namespace

extern const RuleSpec keep_apart_rule = {
    .summary = "Partners that are to be kept apart meet",
    .help =
        "A partner's `keep_apart` names others, or a kind, they must never meet: in a slot,"
        " at a meeting, in one list. It holds for both sides and in every setting.",
    .example = "with: [hrd-k7m2qx, xxa-provincial-police]",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          each_meeting(engagement, [&](const Meeting& meeting) {
            for (std::size_t i = 0; i < meeting.size(); ++i) {
              const auto* one =
                  meeting.at(i) == nullptr ? nullptr : context.data().partner(*meeting.at(i));
              if (one == nullptr || one->keep_apart.empty() || meeting.is_repeat(i)) continue;
              for (std::size_t j = 0; j < meeting.size(); ++j) {
                const auto* other =
                    meeting.at(j) == nullptr ? nullptr : context.data().partner(*meeting.at(j));
                if (other == nullptr || other == one) continue;
                // Where both say so, the first one in the list reports it.
                const auto* pattern = keeps_apart(*one, *other);
                if (pattern == nullptr || (j < i && keeps_apart(*other, *one) != nullptr) ||
                    meeting.is_repeat(j))
                  continue;
                const auto* slot = meeting.slot();
                report
                    .add(engagement.head, *meeting.at(i),
                         fmt::format("'{}' and '{}' are to be kept apart, and {}", one->id(),
                                     other->id(),
                                     slot == nullptr ? std::string("both take part")
                                                     : "meet in slot " + slot->key.str()))
                    .note(place_of_pattern(one->head, *pattern), "kept apart here")
                    .fix(slot == nullptr ? "meet each at another time"
                                         : "give each a slot of its own");
              }
            }
          });
        },
};

}  // namespace rapport::rules
