#include "model/dataset.hpp"
#include "rules/engine/letter_reference.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::reference_state_rule {

extern const RuleSpec spec = {
    .summary = "The reference names another State than the addressee's",
    .help =
        "The code in a reference is that of the State written to, or OTH for a company, bank or "
        "organisation. One of the two is wrong, and a letter must not go to the wrong capital.",
    .example =
        "addressee: xxa-mission-geneva\n"
        "reference: AL XXB 7/2026",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          if (!engagement.communication || !engagement.communication->reference) return;
          const auto& letter = *engagement.communication;
          const std::string text = letter.reference.str();
          const LetterReference reference = parse_reference(text);
          const auto* addressee = context.data().partner(letter.addressee);
          if (!reference.is_well_formed() || addressee == nullptr || !addressee->kind) return;
          const bool state = addressee->group() == model::Group::states;
          const auto code =
              state ? context.codes().name(addressee->country.row()) : std::string_view("OTH");
          if (code.empty() || reference.code == code) return;
          if (!state && addressee->group() == model::Group::de_facto) return;
          report
              .add(engagement.head, letter.reference,
                   fmt::format("the reference has the code {}, but '{}' is {}", reference.code,
                               addressee->id(),
                               state ? fmt::format("of {}", code) : "not a State: OTH"))
              .note(place_of(engagement.head, letter.addressee), "the addressee")
              .fix("correct the reference or the addressee");
        },
};

}  // namespace rapport::rules::reference_state_rule
