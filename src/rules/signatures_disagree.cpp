#include "model/dataset.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::rules::signatures_disagree_rule {
namespace {

using value::MandateCode;

bool signs(const model::Communication& letter, MandateCode mandate) {
  return std::ranges::find(letter.signed_by, mandate) != letter.signed_by.end();
}

void check_lead(const Engagement& engagement, const Context& context, Report& report) {
  const auto& letter = *engagement.communication;
  if (!letter.lead) return;
  const auto name = context.codes().name(letter.lead.row());
  if (!signs(letter, letter.lead)) {
    report
        .add(engagement.head, letter.lead,
             fmt::format("'{}' leads, but is not among those who signed", name))
        .fix(fmt::format("write '{}' first under signed_by, or correct the lead", name));
    return;
  }
  if (letter.signed_by[0] == letter.lead) return;
  report
      .add(engagement.head, letter.signed_by[0],
           fmt::format("'{}' leads, but does not sign first", name))
      .note(place_of(engagement.head, letter.lead), "the lead")
      .fix(fmt::format("write '{}' first under signed_by, or correct the lead", name));
}

void check_agreed(const Engagement& engagement, const Context& context, Report& report) {
  const auto& letter = *engagement.communication;
  for (const auto& asked : letter.co_signatories) {
    if (!asked.mandate || !model::agreed(asked) || signs(letter, asked.mandate)) continue;
    report
        .add(engagement.head, asked.mandate,
             fmt::format("'{}' agreed, but is not among those who signed",
                         context.codes().name(asked.mandate.row())))
        .note(place_of(engagement.head, letter.signed_by[0]), "who signed")
        .fix("add it to signed_by, or correct its answer");
  }
}

void check_twice(const Engagement& engagement, const Context& context, Report& report) {
  const auto& signers = engagement.communication->signed_by;
  for (auto at = signers.begin(); at != signers.end(); ++at) {
    const auto before = std::find(signers.begin(), at, *at);
    if (before == at) continue;
    report
        .add(engagement.head, *at, fmt::format("'{}' signs twice", context.codes().name(at->row())))
        .note(place_of(engagement.head, *before), "the first time")
        .fix("remove one of the two");
  }
}

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "The signatures of a letter do not agree with its header",
    .help =
        "Header, capacities, resolutions and signatures name the same mandates in the same order: "
        "the lead first, and every mandate that agreed. `signed_by` lists who signed a letter that "
        "was sent, in order, and all four are printed from it.",
    .example =
        "lead: sr-human-rights-defenders\n"
        "co_signatories:\n"
        "  - {mandate: sr-environment, status: agreed}\n"
        "signed_by: [sr-human-rights-defenders]",
    .local = true,
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          if (!engagement.communication || engagement.head.has_errors) return;
          const auto& letter = *engagement.communication;
          if (!letter.sent || letter.signed_by.empty()) return;
          check_lead(engagement, context, report);
          check_agreed(engagement, context, report);
          check_twice(engagement, context, report);
        },
};

}  // namespace rapport::rules::signatures_disagree_rule
