#include "model/dataset.hpp"
#include "rules/engine/item.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::reply_before_sending_rule {

namespace {

/// When it came, as far as is said; its key where no day is.
Place place_of_reply(const RecordHeader& head, const model::Reply& reply) {
  if (reply.received) return place_of(head, reply.received);
  return reply.dated ? place_of(head, reply.dated) : place_of_item(head, reply);
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

/// A reply that covers another letter came after that one, too.
void check_covered(const RecordHeader& head, const model::Reply& reply, const Context& context,
                   Report& report) {
  for (const auto& ref : reply.covers) {
    const auto* other = context.data().engagement(ref);
    if (other == nullptr || &other->head == &head || !other->communication ||
        other->head.has_errors)
      continue;
    const auto& sent = other->communication->sent;
    if (!sent) {
      report.add(head, ref, fmt::format("a reply to '{}', which was not sent", other->id()))
          .note(place_of(other->head, other->communication->addressee), "this letter")
          .fix("add `sent` there with the day, or `unknown`, or remove it here");
      continue;
    }
    const auto& came = reply.received ? reply.received : reply.dated;
    if (value::sure_before(came, sent))
      report
          .add(
              head, ref,
              fmt::format("a reply of {} to '{}', sent on {}", came.str(), other->id(), sent.str()))
          .note(place_of(other->head, sent), "sent here")
          .fix("correct one of the two, or remove the letter from `covers`");
  }
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A reply comes before its letter was sent, or before it was written",
    .help =
        "One of the dates is wrong, or the reply answers another letter. A letter that was "
        "answered was sent: its `sent` says when, or `unknown`. The same goes for each letter that "
        "a reply covers.",
    .example =
        "sent: 2026-04-10\n"
        "replies:\n"
        "  - {key: r1, received: 2026-03-22, nature: substantive}",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          if (!engagement.communication) return;
          const auto& letter = *engagement.communication;
          if (!letter.sent && !letter.replies.empty() && !engagement.head.has_errors) {
            report
                .add(place_of_reply(engagement.head, letter.replies[0]),
                     "a reply to a letter that was not sent")
                .fix("add `sent` with the day, or `unknown`");
            return;
          }
          for (const auto& reply : letter.replies) {
            check(engagement.head, letter.sent, reply, report);
            check_covered(engagement.head, reply, context, report);
          }
        },
};

}  // namespace rapport::rules::reply_before_sending_rule
