#include "model/engagement.hpp"
#include "rules/engine/rule.hpp"

namespace rapport::rules {

extern const RuleSpec published_before_embargo_rule = {
    .summary = "Something was published before its time",
    .help =
        "A statement under embargo is not issued before it ends, and a letter is public "
        "when the time to reply is over, unless another day was agreed and written down.",
    .example =
        "issued: 2026-05-04T09:00+02:00\n"
        "embargo_until: 2026-05-05T09:00+02:00",
    .local = true,
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          const Head& head = engagement.head;
          if (engagement.statement) {
            const auto& [kind, issued, embargo, signers, symbol] = *engagement.statement;
            if (issued && embargo && value::sure_before(issued, embargo))
              report.add(head, issued, "issued before the embargo ends")
                  .note(place_of(head, embargo), "the embargo ends here");
          }
          if (!engagement.communication || !engagement.communication->publication) return;
          const auto& publication = *engagement.communication->publication;
          if (value::sure_before(publication.on, publication.due))
            report.add(head, publication.on, "published before the day it becomes public")
                .note(place_of(head, publication.due), "it becomes public here");
        },
};

}  // namespace rapport::rules
