#include "model/dataset.hpp"
#include "reference/dated.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::mandate_not_active_rule {
namespace {

void check(const Engagement& engagement, const value::MandateCode& mandate, const Context& context,
           Report& report) {
  const auto* row = context.library->row(mandate);
  if (row == nullptr) return;
  const auto& sent = engagement.communication->sent;
  const auto activity = reference::activity(*row, sent);
  if (activity.known != reference::Recorded::no) return;
  std::string_view why = "was not active on";
  if (activity.because == reference::Inactive::not_yet) why = "did not exist yet on";
  if (activity.because == reference::Inactive::merged) why = "had merged into another by";
  if (activity.because == reference::Inactive::ended) why = "had ended by";
  auto& finding =
      report.add(engagement.head, mandate,
                 fmt::format("'{}' {} {}", context.codes().name(mandate.row()), why, sent.str()));
  finding.note(place_of(engagement.head, sent), "sent here");
  if (row->merged_into)
    finding.fix(fmt::format("write '{}'", context.codes().name(row->merged_into.row())));
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A mandate signs on a day it was not active",
    .help =
        "Mandates begin, end and merge. A mandate that does not exist on the day of sending cannot "
        "sign a letter; the reference data show what it became.",
    .example =
        "sent: 2026-04-10\n"
        "signed_by: [ie-debt-that-ended]",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          if (!engagement.communication || !engagement.communication->sent) return;
          const auto& letter = *engagement.communication;
          if (letter.lead && letter.inherited_from == nullptr)
            check(engagement, letter.lead, context, report);
          for (const auto& mandate : letter.signed_by)
            if (!(mandate == letter.lead)) check(engagement, mandate, context, report);
        },
};

}  // namespace rapport::rules::mandate_not_active_rule
