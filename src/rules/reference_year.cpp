#include "model/engagement.hpp"
#include "rules/engine/letter_reference.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <string>

namespace rapport::rules::reference_year_rule {

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "The reference names another year than the letter was sent in",
    .help =
        "OHCHR assigns the number when it opens the file, and the letter may go out in the year "
        "after: CAN 7/2025 was sent in February 2026. A number of any other year is a mistake.",
    .example =
        "sent: 2026-04-10\n"
        "reference: AL XXA 7/2024",
    .local = true,
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          if (!engagement.communication || !engagement.communication->reference) return;
          const auto& letter = *engagement.communication;
          if (!letter.sent || letter.sent.is_unknown()) return;
          const std::string text = letter.reference.str();
          const LetterReference reference = parse_reference(text);
          const int year = letter.sent.year();
          if (!reference.is_well_formed() || reference.year == std::to_string(year) ||
              reference.year == std::to_string(year - 1))
            return;
          report
              .add(engagement.head, letter.reference,
                   fmt::format("the reference is of {}, but the letter was sent in {}",
                               reference.year, year))
              .note(place_of(engagement.head, letter.sent), "sent here")
              .fix("correct the one that is wrong");
        },
};

}  // namespace rapport::rules::reference_year_rule
