#include "model/engagement.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::reply_before_sending_rule {

namespace {

/// When it came, as far as is said; its key where no day is.
Place place_of_reply(const RecordHeader& head, const model::Reply& reply) {
  if (reply.received) return place_of(head, reply.received);
  return reply.dated ? place_of(head, reply.dated) : place_of(head, reply.key);
}

void check(const RecordHeader& head, const value::Date& sent, const model::Reply& reply,
           Report& report) {
  if (value::sure_before(reply.received, reply.dated)) {
    report
        .add(head, reply.received,
             fmt::format("a reply of {} was received on {}", reply.dated.str(),
                         reply.received.str()))
        .note(place_of(head, reply.dated), "dated here")
        .fix(fmt::format("correct one of the two, such as `dated: {}`", reply.received.str()));
    return;
  }
  for (const auto& date : {reply.dated, reply.received}) {
    if (!value::sure_before(date, sent)) continue;
    report
        .add(head, date,
             fmt::format("a reply of {} to a letter sent on {}", date.str(), sent.str()))
        .note(place_of(head, sent), "sent here")
        .fix("correct one of the two; a reply to another letter belongs in that letter's record");
    return;
  }
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A reply comes before its letter was sent, or before it was written",
    .help =
        "One of the dates is a slip, or the reply answers another letter. A letter that was "
        "answered was sent: its `sent` says when, or `unknown`.",
    .example =
        "sent: 2026-04-10\n"
        "replies:\n"
        "  - {key: r1, received: 2026-03-22, nature: substantive}",
    .local = true,
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          if (!engagement.communication) return;
          const auto& letter = *engagement.communication;
          if (!letter.sent && !letter.replies.empty() && !engagement.head.has_errors) {
            report
                .add(place_of_reply(engagement.head, letter.replies[0]),
                     "a reply to a letter that was not sent")
                .fix("add `sent` with the day, or `unknown`");
            return;
          }
          for (const auto& reply : letter.replies)
            check(engagement.head, letter.sent, reply, report);
        },
};

}  // namespace rapport::rules::reply_before_sending_rule
