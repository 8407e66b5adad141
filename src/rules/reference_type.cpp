#include "model/engagement.hpp"
#include "rules/engine/letter_reference.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::reference_type_rule {

extern const RuleSpec spec = {
    .summary = "The reference names another type than the letter's",
    .help = "AL, UA or OL in the reference is the type of the letter.",
    .example =
        "type: UA\n"
        "reference: AL XXA 7/2026",
    .local = true,
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          if (!engagement.communication || !engagement.communication->type) return;
          const auto& letter = *engagement.communication;
          const std::string text = letter.reference.str();
          const LetterReference reference = parse_reference(text);
          if (!reference.is_well_formed() || reference.type == letter.type.str()) return;
          report
              .add(engagement.head, letter.reference,
                   fmt::format("the reference has {}, but the letter is {}", reference.type,
                               letter.type.str()))
              .note(place_of(engagement.head, letter.type), "its type")
              .fix("correct the one that is wrong");
        },
};

}  // namespace rapport::rules::reference_type_rule
