#include "model/engagement.hpp"
#include "model/office.hpp"
#include "model/partner.hpp"
#include "model/record_type.hpp"
#include "rules/engine/keyed.hpp"
#include "rules/engine/rule.hpp"

namespace rapport::rules {

extern const RuleSpec key_not_unique_rule = {
    .summary = "Two items of a list have one key",
    .help =
        "Other records and texts refer to an item by its key: a consent, an alleged victim,"
        " a commitment. Of two with one key it could be either.",
    .example =
        "- {key: c1, by: office, what: First}\n"
        "- {key: c1, by: office, what: Second}",
    .local = true,
    .partner =
        [](const Partner& partner, const Context&, Report& report) {
          same_keys(partner.head, model::partner_type(), &partner, report);
        },
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          same_keys(engagement.head, model::engagement_type(), &engagement, report);
        },
    .repository =
        [](const Context& context, Report& report) {
          if (context.office != nullptr)
            same_keys(context.office->head, model::office_type(), context.office, report);
        },
};

}  // namespace rapport::rules
