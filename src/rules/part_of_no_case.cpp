#include "model/dataset.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::part_of_no_case_rule {

extern const RuleSpec spec = {
    .summary = "A record is part of an engagement that is not a case",
    .help =
        "A letter takes its facts, alleged victims and co-signatories from the case it is part of. "
        "Engagements that only belong together are listed under `related`.",
    .example = "part_of: 2015-07-side-event-mechanisms",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          const auto* whole = context.data().engagement(engagement.part_of);
          if (whole == nullptr || whole->kind == model::EngagementKind::case_ ||
              whole->head.has_errors)
            return;
          report
              .add(engagement.head, engagement.part_of,
                   fmt::format("'{}' is not a case", whole->id()))
              .note(place_of(whole->head, whole->kind), "its kind")
              .fix(fmt::format("write `related: [{}]`", whole->id()));
        },
};

}  // namespace rapport::rules::part_of_no_case_rule
