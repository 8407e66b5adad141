#include "model/dataset.hpp"
#include "model/office.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::signed_without_agreement_rule {
namespace {

/// Who was asked to sign a letter, and where that is said: in the letter or in its case.
struct Asked {
  const model::List<model::CoSignatory>& signers;
  const RecordHeader& in;
  value::MandateCode lead;
  bool is_all;  // nobody else can have been asked, as far as the records are known
};

bool is_ours(const Context& context, const value::MandateCode& lead) {
  return context.office != nullptr && lead == context.office->mandate;
}

Asked asked(const Engagement& engagement, const Context& context) {
  const auto& letter = *engagement.communication;
  const auto* matter = context.data().engagement(engagement.part_of);
  const bool has_case = matter != nullptr && matter->case_;
  const auto lead = letter.lead || !has_case ? letter.lead : matter->case_->lead;
  const bool is_known = !engagement.head.has_errors && (has_case || !engagement.part_of) &&
                        (!has_case || !matter->head.has_errors);
  const bool is_all = is_known && is_ours(context, lead);
  if (!letter.co_signatories.empty() || !has_case) {
    const auto& row = value::field_of<&model::Communication::co_signatories>();
    return {letter.co_signatories, model::origin(engagement, row), lead, is_all};
  }
  return {matter->case_->co_signatories, matter->head, lead, is_all};
}

const model::CoSignatory* find(const model::List<model::CoSignatory>& signers,
                               const value::MandateCode& mandate) {
  for (const auto& signer : signers)
    if (signer.mandate == mandate) return &signer;
  return nullptr;
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A mandate signed, but its agreement is not recorded",
    .help =
        "Each mandate agrees before a letter goes out in its name, and its answer is kept among "
        "the `co_signatories` of the letter or of its case. If another mandate leads the letter, "
        "only recorded answers are checked.",
    .example =
        "co_signatories:\n"
        "  - {mandate: wg-business, status: declined}\n"
        "signed_by: [sr-human-rights-defenders, wg-business]",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          if (!engagement.communication || engagement.communication->signed_by.empty()) return;
          const Asked all = asked(engagement, context);
          for (const auto& mandate : engagement.communication->signed_by) {
            const auto* signer = find(all.signers, mandate);
            const auto name = context.codes().name(mandate.row());
            if (signer == nullptr && all.is_all && !(mandate == all.lead))
              report
                  .add(engagement.head, mandate,
                       fmt::format("'{}' signed, but was never asked", name))
                  .fix("record its answer under co_signatories, or remove it from signed_by");
            // That the status is missing is said where it is.
            if (signer == nullptr || !signer->status || model::agreed(*signer)) continue;
            report
                .add(engagement.head, mandate,
                     fmt::format("'{}' signed, but is recorded as {}", name, signer->status.str()))
                .note(place_of(all.in, signer->status), "its answer")
                .fix("record its agreement, or remove it from signed_by");
          }
        },
};

}  // namespace rapport::rules::signed_without_agreement_rule
