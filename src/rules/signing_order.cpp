#include "mandate/cosign.hpp"
#include "model/engagement.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace rapport::rules::signing_order_rule {
namespace {

std::string list_of(const std::vector<value::MandateCode>& mandates, const Context& context) {
  std::string text;
  for (const auto& mandate : mandates)
    text += fmt::format("{}{}", text.empty() ? "" : ", ", context.codes().name(mandate.row()));
  return text;
}

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::note,
    .summary = "The mandates of a letter are not in their usual order",
    .help =
        "The lead comes first and the others follow in the alphabetical order of the short word of "
        "their theme. Some letters have another order, so the order of `signed_by` is printed; "
        "please make sure that the letter had this order.",
    .example = "signed_by: [sr-human-rights-defenders, sr-torture, sr-environment]",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          if (!engagement.communication || engagement.head.has_errors || context.lacks_rows) return;
          const auto& letter = *engagement.communication;
          if (letter.signed_by.size() < 3) return;
          // Where the lead is not the first, that is said of the lead.
          if (!letter.lead || !(letter.signed_by[0] == letter.lead)) return;
          const std::vector<value::MandateCode> own(letter.signed_by.begin(),
                                                    letter.signed_by.end());
          const auto usual =
              mandate::in_letter_order(*context.library, own, letter.lead,
                                       letter.sent ? value::Date{letter.sent} : context.today);
          const auto first = std::ranges::mismatch(own, usual).in1;
          if (first == own.end()) return;
          report
              .add(engagement.head, letter.signed_by[static_cast<std::size_t>(first - own.begin())],
                   "here the mandates leave their usual order")
              .fix(fmt::format("make sure that the letter had this order, or write [{}]",
                               list_of(usual, context)));
        },
};

}  // namespace rapport::rules::signing_order_rule
