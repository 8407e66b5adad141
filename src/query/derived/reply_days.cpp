#include "mandate/clocks.hpp"
#include "query/derived.hpp"
#include "value/codec.hpp"

#include <array>

namespace rapport::query::reply_days_derived {
namespace {

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  const model::Engagement& letter = context.data.engagement(head);
  if (!letter.communication || !letter.communication->sent) return;
  const mandate::ReplyState state =
      mandate::reply_state(context.data, letter, mandate::terms(context.office), context.today,
                           withheld_replies(context));
  if (state.level < mandate::ReplyLevel::refused) return;
  const value::Date& sent = letter.communication->sent;
  const value::Date& came = state.best.on;
  const bool are_days =
      sent.precision() == value::Precision::day && came.precision() == value::Precision::day;
  if (!are_days || came.first() < sent.first()) return;
  const auto days = static_cast<std::uint32_t>((came.first() - sent.first()).count());
  const value::Count count(days, 0);
  sink(&count);
}

constexpr std::array<std::string_view, 3> rests_on = {
    "communication.sent", "communication.replies.received", "communication.replies.nature"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "REPLY DAYS",
    .doc =
        "How many days after the letter its best reply came, in substance, in part or as a "
        "refusal; empty if a day is not known.",
    .example = "reply_days:>60",
    .is_of_engagements = true,
    .only_of = letters_only,
    .type = value::type_of<value::Count>,
    .reveals = value::Reveals::open,
    .engagements_ask_others = true,
    .rests_on = rests_on,
    .values = &values,
};

}  // namespace rapport::query::reply_days_derived
