#include "model/engagement.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules {

extern const RuleSpec reply_before_sending_rule = {
    .summary = "A reply is dated before the letter was sent",
    .help = "One of the dates is a slip, or the reply answers another letter.",
    .example =
        "sent: 2026-04-10\n"
        "replies:\n"
        "  - {key: r1, received: 2026-03-22, nature: substantive}",
    .local = true,
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          if (!engagement.communication) return;
          const auto& letter = *engagement.communication;
          for (const auto& reply : letter.replies)
            for (const auto& date : {reply.dated, reply.received}) {
              if (!value::sure_before(date, letter.sent)) continue;
              report
                  .add(engagement.head, date,
                       fmt::format("a reply of {} to a letter sent on {}", date.str(),
                                   letter.sent.str()))
                  .note(place_of(engagement.head, letter.sent), "sent here");
              break;
            }
        },
};

}  // namespace rapport::rules
