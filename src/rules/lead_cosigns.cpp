#include "model/engagement.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::lead_cosigns_rule {
namespace {

template <class Signers>
void check(const RecordHeader& head, const value::MandateCode& lead, const Signers& signers,
           const Context& context, Report& report) {
  if (!lead) return;
  for (const auto& signer : signers) {
    if (!(signer.mandate == lead)) continue;
    report
        .add(head, signer.mandate,
             fmt::format("'{}' leads, and already signs first", context.codes().name(lead.row())))
        .note(place_of(head, lead), "the lead")
        .fix("remove it from the co-signatories");
  }
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "The lead mandate is also a co-signatory",
    .help = "The lead mandate always signs first; among the co-signatories it would sign twice.",
    .example =
        "lead: sr-environment\n"
        "co_signatories:\n"
        "  - {mandate: sr-environment, status: agreed}",
    .local = true,
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          if (engagement.case_)
            check(engagement.head, engagement.case_->lead, engagement.case_->co_signatories,
                  context, report);
          if (engagement.communication && engagement.communication->inherited_from == nullptr)
            check(engagement.head, engagement.communication->lead,
                  engagement.communication->co_signatories, context, report);
        },
};

}  // namespace rapport::rules::lead_cosigns_rule
