#include "model/dataset.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules {
namespace {

const model::CoSignatory* asked(const model::List<model::CoSignatory>& signers,
                                const value::MandateCode& mandate) {
  for (const auto& signer : signers)
    if (signer.mandate == mandate) return &signer;
  return nullptr;
}

}  // namespace

extern const RuleSpec signed_without_agreement_rule = {
    .summary = "A mandate signed that is not recorded to have agreed",
    .help =
        "Each mandate agrees before a letter goes out in its name. `rapport cosign` records"
        " the answers.",
    .example =
        "co_signatories:\n"
        "  - {mandate: wg-business, status: declined}\n"
        "signed_by: [sr-human-rights-defenders, wg-business]",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          if (!engagement.communication) return;
          const auto& letter = *engagement.communication;
          const auto* matter = context.data().engagement(engagement.part_of);
          const bool own = !letter.co_signatories.empty() || matter == nullptr || !matter->case_;
          const Engagement& from = own ? engagement : *matter;
          const auto& signers = own ? letter.co_signatories : matter->case_->co_signatories;
          for (const auto& mandate : letter.signed_by) {
            const auto* signer = asked(signers, mandate);
            if (signer == nullptr || !signer->status || model::agreed(*signer)) continue;
            report
                .add(engagement.head, mandate,
                     fmt::format("'{}' signed, and is recorded as {}",
                                 context.codes().name(mandate.row()), signer->status.str()))
                .note(place_of(from.head, signer->status), "its answer")
                .fix("record its agreement, or remove it from signed_by");
          }
        },
};

}  // namespace rapport::rules
