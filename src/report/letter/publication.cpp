// How long the addressee has to reply, and when letter and reply become public: what the record
// says wins over what the type and the subject of the letter say.
#include "mandate/clocks.hpp"
#include "report/letter/letter.hpp"

namespace rapport::report {

void add_publication(const Letter& letter, templates::Value& root) {
  const auto terms = mandate::terms(letter.released.office());
  const auto publicity =
      letter.released.ask(questions::publicity, letter.engagement.record(), letter.library.codes());
  const bool is_recorded = static_cast<bool>(publicity.recorded);
  const bool is_of_term = !is_recorded && !publicity.on_legislation;
  const bool is_one_term = terms.publication_days == terms.reply_days;
  root.set("legislation", publicity.on_legislation)
      .set("reply_days", terms.reply_days)
      .set("publication_days", terms.publication_days)
      .set("public_on", value(publicity.recorded))
      .set("public_on_day", publicity.recorded.precision() == value::Precision::day)
      .set("after_hours", !is_recorded && publicity.on_legislation)
      .set("past_delay", is_of_term && is_one_term)
      .set("after_days", is_of_term && !is_one_term);
}

}  // namespace rapport::report
