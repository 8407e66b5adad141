#include "mandate/clocks.hpp"
#include "query/derived.hpp"
#include "value/codec.hpp"

#include <algorithm>
#include <array>

namespace rapport::query::status_derived {
namespace {

constexpr auto& planned = value::words_of<model::Status>;
constexpr auto& of_cases = value::words_of<model::CaseStatus>;
constexpr std::array<std::string_view, 3> of_letters = {"draft", "sent", "replied"};
constexpr auto& of_answers = value::words_of<model::CosignStatus>;

/// The words of all four, so that a query knows each of them.
constexpr auto all_words = [] {
  std::array<std::string_view,
             planned.size() + of_cases.size() + of_letters.size() + of_answers.size()>
      all{};
  auto at = std::ranges::copy(planned, all.begin()).out;
  at = std::ranges::copy(of_cases, at).out;
  at = std::ranges::copy(of_letters, at).out;
  std::ranges::copy(of_answers, at);
  return all;
}();

/// Where an engagement stands. `index` counts from 1; all zero means absent.
struct Standing {
  std::uint16_t index = 0;

  explicit operator bool() const { return index != 0; }
  std::uint32_t offset() const { return 0; }
  std::string str() const {
    return index == 0 ? std::string{} : std::string(all_words[index - 1U]);
  }
};

std::uint16_t index_of(const void* value) { return static_cast<const Standing*>(value)->index; }

const value::Type& standing_type() {
  static constexpr value::Type type = [] {
    auto made = value::printable<Standing>(
        value::detail::scalar_type<Standing>(value::Shape::word, "word", nullptr));
    made.index = &index_of;
    made.words = all_words;
    return made;
  }();
  return type;
}

Standing standing(std::size_t first, std::size_t index) {
  return {static_cast<std::uint16_t>(first + index)};
}

/// Of a letter that another mandate leads, what this office answered; absent where it leads itself,
/// or is not recorded to have been asked.
model::CosignStatus own_answer(const model::Communication& letter, const Context& context) {
  if (context.office == nullptr || !mandate::is_led_by_another(letter, *context.office))
    return model::CosignStatus::absent;
  for (const auto& asked : letter.co_signatories)
    if (asked.mandate == context.office->mandate) return *asked.status;
  return model::CosignStatus::absent;
}

Standing of_letter(const model::Engagement& engagement, const Context& context) {
  constexpr std::size_t draft = planned.size() + of_cases.size() + 1;
  constexpr std::size_t answers = draft + of_letters.size() - 1;
  const model::Communication& letter = *engagement.communication;
  if (!letter.sent || value::sure_after(letter.sent, context.today)) {
    const auto answer = own_answer(letter, context);
    return answer == model::CosignStatus::absent
               ? standing(draft, 0)
               : standing(answers, static_cast<std::size_t>(answer));
  }
  const auto terms = mandate::terms(context.office);
  const auto reply = mandate::reply_state(context.data, engagement, terms, context.today,
                                          withheld_replies(context));
  return standing(draft, reply.level >= mandate::ReplyLevel::refused ? 2 : 1);
}

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  const model::Engagement& engagement = context.data.engagement(head);
  Standing found;
  if (engagement.status)
    found = standing(0, static_cast<std::size_t>(*engagement.status));
  else if (engagement.case_ && engagement.case_->status)
    found = standing(planned.size(), static_cast<std::size_t>(*engagement.case_->status));
  else if (engagement.communication)
    found = of_letter(engagement, context);
  if (found) sink(&found);
}

constexpr std::array<std::string_view, 9> rests_on = {"status",
                                                      "case.status",
                                                      "communication.sent",
                                                      "communication.lead",
                                                      "communication.co_signatories.mandate",
                                                      "communication.co_signatories.status",
                                                      "communication.replies.dated",
                                                      "communication.replies.received",
                                                      "communication.replies.nature"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "STATUS",
    .doc =
        "How far it is: its status; for a case, its case.status; for a letter, draft, sent or "
        "replied (in substance, in part or by a refusal); for a letter that another mandate leads, "
        "until it is sent, what this office answered: asked, agreed, agreed-with-edits, declined "
        "or no-answer.",
    .example = "status:planned,confirmed",
    .is_of_engagements = true,
    .type = standing_type(),
    .reveals = value::Reveals::open,
    .rests_on = rests_on,
    .values = &values,
};

}  // namespace rapport::query::status_derived
