#include "model/engagement.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::sent_letter_incomplete_rule {

extern const RuleSpec spec = {
    .summary = "A letter that was sent is not recorded in full",
    .help =
        "What was sent does not change, so a letter that was sent has its own lead, facts, "
        "requests and signatures, and takes nothing from its case: they are copied from the case "
        "as they were that day. If only the dates are known, write `text: not-recorded`.",
    .example =
        "sent: 2026-04-10\n"
        "facts: On 14 March 2026 they were arrested.",
    .local = true,
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          if (!engagement.communication || engagement.head.has_errors) return;
          const auto& letter = *engagement.communication;
          if (!letter.sent || letter.text) return;
          const struct {
            std::string_view name;
            bool exists;
          } fields[] = {
              {"lead", static_cast<bool>(letter.lead)},
              {"facts", static_cast<bool>(letter.facts)},
              {"requests", static_cast<bool>(letter.requests)},
              {"signed_by", static_cast<bool>(letter.signed_by)},
          };
          std::string missing;
          std::size_t said = 0;
          for (const auto& field : fields) {
            said += field.exists ? 1 : 0;
            if (!field.exists)
              missing += fmt::format("{}'{}'", missing.empty() ? "" : ", ", field.name);
          }
          // A letter outside any case that is known from its publication has a reference and
          // dates, and none of these: nothing else could be taken for its text.
          if ((said == 0 && !engagement.part_of) || missing.empty()) return;
          // Who led and signed it is known of letters whose text nobody has.
          const bool has_text = letter.facts || letter.requests;
          report
              .add(engagement.head, letter.sent, fmt::format("sent, but not recorded: {}", missing))
              .fix(has_text ? "write what was sent; copy it from the case if it is there"
                            : "copy in what was sent, or write `text: not-recorded`");
        },
};

}  // namespace rapport::rules::sent_letter_incomplete_rule
