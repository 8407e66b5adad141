#include "mandate/clocks.hpp"
#include "query/derived.hpp"
#include "value/codec.hpp"

#include <array>

namespace rapport::query::reply_derived {
namespace {

enum class Reply : std::uint8_t {
  absent,
  none,
  acknowledgement,
  partial,
  substantive,
  refusal,
  late,     // an answer came after it was due
  overdue,  // none came, and it was due before today
  withheld,
};
using Value = value::Word<Reply>;

Reply word_for(mandate::ReplyLevel level) {
  switch (level) {
    case mandate::ReplyLevel::acknowledged:
      return Reply::acknowledgement;
    case mandate::ReplyLevel::refused:
      return Reply::refusal;
    case mandate::ReplyLevel::partial:
      return Reply::partial;
    case mandate::ReplyLevel::substantive:
      return Reply::substantive;
    case mandate::ReplyLevel::none:
      break;
  }
  return Reply::none;
}

void give(const Sink& sink, Reply reply) {
  const Value word(reply, 0);
  sink(&word);
}

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  const model::Engagement& letter = context.data.engagement(head);
  if (!letter.communication || !letter.communication->sent) return;
  const auto terms = mandate::terms(context.office);
  const mandate::ReplyState state =
      mandate::reply_state(context.data, letter, terms, context.today, withheld_replies(context));
  give(sink, word_for(state.level));
  if (state.best.late && state.level >= mandate::ReplyLevel::refused) give(sink, Reply::late);
  if (state.overdue) give(sink, Reply::overdue);
  if (state.withheld) give(sink, Reply::withheld);
}

constexpr std::array<std::string_view, 8> rests_on = {"communication.sent",
                                                      "communication.reply_due",
                                                      "communication.replies.dated",
                                                      "communication.replies.received",
                                                      "communication.replies.nature",
                                                      "communication.replies.withheld",
                                                      "part_of",
                                                      "case.status"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "REPLY",
    .doc =
        "What came back to a letter that was sent: none, acknowledgement, partial, substantive "
        "or refusal; also late, overdue, withheld.",
    .example = "reply:overdue",
    .is_of_engagements = true,
    .only_of = letters_only,
    .type = value::type_of<Value>,
    .reveals = value::Reveals::open,
    .has_many = true,
    .engagements_ask_others = true,
    .rests_on = rests_on,
    .values = &values,
};

}  // namespace rapport::query::reply_derived
