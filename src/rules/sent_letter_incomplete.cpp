#include "model/engagement.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::sent_letter_incomplete_rule {

extern const RuleSpec spec = {
    .summary = "A letter that was sent says only a part of itself",
    .help =
        "What was sent does not change, so a sent letter carries lead, facts, requests and "
        "signatures itself and takes nothing from its case: they are copied in from the case "
        "as they stood that day.",
    .example =
        "sent: 2026-04-10\n"
        "facts: On 14 March 2026 they were arrested.",
    .local = true,
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          if (!engagement.communication || engagement.head.has_errors) return;
          const auto& letter = *engagement.communication;
          if (!letter.sent) return;
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
          // A letter known from its publication has a reference and dates, and none of these.
          if (said == 0 || missing.empty()) return;
          report
              .add(engagement.head, letter.sent,
                   fmt::format("sent, and does not say its {}", missing))
              .fix("write what was sent, copied from the case where it stands there");
        },
};

}  // namespace rapport::rules::sent_letter_incomplete_rule
