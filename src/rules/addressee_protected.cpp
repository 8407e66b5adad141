#include "model/dataset.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::addressee_protected_rule {

extern const RuleSpec spec = {
    .summary = "A letter with allegations is addressed to a defender",
    .help =
        "Urgent appeals, allegation letters and other letters go to States, and to companies, "
        "organisations and authorities that are asked to answer. The people a letter is about are "
        "its alleged victims; a letter written to a defender is `correspondence`.",
    .example = "addressee: hrd-k7m2qx",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          if (!engagement.communication) return;
          const auto& addressee = engagement.communication->addressee;
          const auto* partner = context.data().partner(addressee);
          if (partner == nullptr || partner->group() != model::Group::defenders) return;
          report
              .add(engagement.head, addressee,
                   fmt::format("'{}' is a defender, and the letter is addressed to them",
                               partner->id()))
              .fix("write the mission, company or organisation that has to answer");
        },
};

}  // namespace rapport::rules::addressee_protected_rule
