#include "model/engagement.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::listed_twice_rule {
namespace {

template <class Items, class RefOf>
void check(const RecordHeader& head, const Items& items, RefOf ref_of, Report& report) {
  for (std::size_t i = 1; i < items.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const value::Ref& late = ref_of(items[i]);
      const value::Ref& early = ref_of(items[j]);
      if (!late || late.id() != early.id()) continue;
      report.add(head, late, fmt::format("'{}' is in this list already", late.id()))
          .note(place_of(head, early), "the first time")
          .fix("remove one of the two");
      break;
    }
}

/// A mandate that is asked twice would be counted, and sign, twice.
void check_signers(const RecordHeader& head, const model::List<model::CoSignatory>& signers,
                   const Context& context, Report& report) {
  for (std::size_t i = 1; i < signers.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const auto& late = signers[i].mandate;
      if (!late || !(late == signers[j].mandate)) continue;
      report
          .add(head, late,
               fmt::format("'{}' is in this list already", context.codes().name(late.row())))
          .note(place_of(head, signers[j].mandate), "the first time")
          .fix("remove one of the two");
      break;
    }
}

constexpr auto itself = [](const value::Ref& ref) -> const value::Ref& { return ref; };

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "A partner or a mandate appears twice in one list",
    .help = "One of the two is a mistake, and it would be counted twice.",
    .example = "with: [xxa-mfa, xxa-mfa]",
    .local = true,
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          check(engagement.head, engagement.related, itself, report);
          if (engagement.case_)
            check_signers(engagement.head, engagement.case_->co_signatories, context, report);
          if (engagement.communication && engagement.communication->inherited_from == nullptr)
            check_signers(engagement.head, engagement.communication->co_signatories, context,
                          report);
          if (!engagement.visit) return;
          for (const auto& slot : engagement.visit->programme) {
            check(engagement.head, slot.with, itself, report);
            check(engagement.head, slot.attended, itself, report);
          }
        },
};

}  // namespace rapport::rules::listed_twice_rule
