#include "mandate/clocks.hpp"
#include "model/engagement.hpp"
#include "rules/engine/dates.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::published_before_embargo_rule {
namespace {

void check(const Engagement& engagement, const Context& context, Report& report) {
  const RecordHeader& head = engagement.head;
  const auto& letter = *engagement.communication;
  const auto& [due, on, form] = *letter.publication;
  if (!on) return;
  if (due) {
    if (value::sure_before(on, due))
      report.add(head, on, "published before the day it becomes public")
          .note(place_of(head, due), "it becomes public here")
          .fix(fmt::format("correct the day, or write `due: {}`", on.str()));
    return;
  }
  const auto terms = mandate::terms(context.office);
  const auto public_on = mandate::publication_due(engagement, terms, context.codes());
  if (!letter.sent || !value::sure_before(on, public_on)) return;
  report
      .add(head, on,
           fmt::format("published before {}, when it becomes public", long_date(public_on)))
      .note(place_of(head, letter.sent), "sent here")
      .fix("correct the day, or write under `due` the day that was agreed");
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "Something was published before its time",
    .help =
        "A statement under embargo is not issued before it ends. A letter becomes public 60 days "
        "after it was sent, or the days rapport.yaml sets, and a letter on legislation, "
        "regulations or policies after 48 hours, unless another day was agreed and recorded.",
    .example =
        "issued: 2026-05-04T09:00+02:00\n"
        "embargo_until: 2026-05-05T09:00+02:00",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          const RecordHeader& head = engagement.head;
          if (engagement.statement) {
            const auto& [kind, issued, embargo, signers, symbol] = *engagement.statement;
            if (issued && embargo && value::sure_before(issued, embargo))
              report.add(head, issued, "issued before the embargo ends")
                  .note(place_of(head, embargo), "the embargo ends here")
                  .fix(fmt::format("correct the day, or write `embargo_until: {}`", issued.str()));
          }
          if (engagement.communication && engagement.communication->publication)
            check(engagement, context, report);
        },
};

}  // namespace rapport::rules::published_before_embargo_rule
