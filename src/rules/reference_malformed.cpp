#include "model/engagement.hpp"
#include "rules/engine/faults.hpp"
#include "rules/engine/letter.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules {

extern const RuleSpec reference_malformed_rule = {
    .summary = "The reference of a letter is not written as OHCHR writes it",
    .help =
        "A reference is the type, the three-letter code of the addressee or OTH, the "
        "number, a slash and the year: AL HND 3/2026. Letters never print the J of joint "
        "ones. Until OHCHR has given it, leave the field out.",
    .example = "reference: AL XXA 7-2026",
    .local = true,
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          if (!engagement.communication || !engagement.communication->reference) return;
          const auto& letter = *engagement.communication;
          const std::string text = letter.reference.str();
          const Reference reference = parse_reference(text);
          if (reference.is_well_formed()) return;
          const bool joint = text.size() > 1 && text.front() == 'J' &&
                             parse_reference(std::string_view(text).substr(1)).is_well_formed();
          report
              .add(engagement.head, letter.reference,
                   fmt::format("{} is not a reference", quote(text)))
              .fix(joint
                       ? fmt::format("write '{}': whether it is joint is computed", text.substr(1))
                       : "write it as AL HND 3/2026; leave it out until OHCHR has given it");
        },
};

}  // namespace rapport::rules
