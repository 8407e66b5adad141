#include "model/dataset.hpp"
#include "rules/engine/apart.hpp"
#include "rules/engine/item.hpp"
#include "rules/engine/meetings.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::keep_apart_rule {
namespace {

/// `kind:law-enforcement` whole, where a value with a colon in it would end at the colon.
Place place_of_pattern(const RecordHeader& head, const model::Pattern& pattern) {
  return {head.source, pattern.offset(), static_cast<std::uint32_t>(pattern.str().size())};
}

void meet(const Engagement& engagement, const Meeting& meeting, std::size_t at, const Partner& one,
          const Partner& other, const KeptApart& apart, Report& report) {
  const auto* slot = meeting.slot();
  auto& finding = report.add(
      engagement.head, *meeting.at(at),
      fmt::format("'{}' and '{}' must be kept apart, and {}", one.id(), other.id(),
                  slot == nullptr
                      ? std::string("both take part")
                      : "meet in slot " + name_of_item(engagement.visit->programme, *slot)));
  finding.note(place_of_pattern(one.head, *apart.pattern), "kept apart here");
  if (apart.through != nullptr)
    finding.note(place_of(other.head, apart.through->body), "who they belong to");
  finding.fix(slot == nullptr ? "meet each at another time" : "give each a slot of its own");
}

void check(const Engagement& engagement, const Meeting& meeting, const Context& context,
           Report& report) {
  const auto partner = [&](std::size_t i) -> const Partner* {
    return meeting.at(i) == nullptr ? nullptr : context.data().partner(*meeting.at(i));
  };
  for (std::size_t i = 0; i < meeting.size(); ++i) {
    const auto* one = partner(i);
    if (one == nullptr || one->keep_apart.empty() || meeting.is_repeat(i)) continue;
    const auto day = day_of(engagement, meeting.slot(), context);
    for (std::size_t j = 0; j < meeting.size(); ++j) {
      const auto* other = partner(j);
      if (other == nullptr || other == one || meeting.is_repeat(j)) continue;
      const auto apart = keeps_apart(*one, *other, day, context);
      // Where both say so, the first one in the list reports it.
      if (apart && !(j < i && keeps_apart(*other, *one, day, context)))
        meet(engagement, meeting, i, *one, *other, apart, report);
    }
  }
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "Partners that must be kept apart meet",
    .help =
        "A partner's `keep_apart` names others, or a kind, whom they must never meet, nor anyone "
        "who belongs to those: in a slot, at a meeting, in one list. It applies to both sides and "
        "in every setting.",
    .example = "with: [hrd-k7m2qx, xxa-provincial-police]",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          each_meeting(engagement, [&](const Meeting& meeting) {
            check(engagement, meeting, context, report);
          });
        },
};

}  // namespace rapport::rules::keep_apart_rule
