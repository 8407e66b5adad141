// The check sheet beside a letter: what the office should look at before it is sent. It is the
// office's own and never leaves it.
#include "release/people.hpp"
#include "report/letter/letter.hpp"
#include "value/word.hpp"

#include <algorithm>

namespace rapport::report {
namespace {

using release::LetterPerson;
using templates::List;
using templates::Value;

/// A flag for each reason, so that the template words them: no-consent is `no_consent`.
void set_reason(Value& object, const release::Verdict& verdict) {
  for (std::size_t i = 0; i < release::reason_count; ++i) {
    const auto reason = static_cast<release::Reason>(i);
    object.set(value::key_of(release::word(reason)), reason == verdict.reason);
  }
}

/// What they allow today, where that is less than on the day the letter was sent.
Value less_today(const LetterPerson& from) {
  using enum release::Reason;
  if (!from.got_worse()) return {};
  Value object = Value::object();
  set_reason(object, from.today);
  const auto reason = from.today.reason;
  object.set("otherwise", reason != consent_withdrawn && reason != consent_refused &&
                              reason != consent_narrowed && reason != consent_expired);
  return object;
}

Value person(const Letter& letter, const LetterPerson& from) {
  using release::Disclosure;
  const bool is_victim = !from.key.empty();
  const auto sent = letter.block.get<&model::Communication::sent>();
  const bool later = sent && from.given && value::sure_after(from.given, sent);
  Value object =
      Value::object()
          .set("who", from.key + (is_victim && !from.partner.empty() ? " " : "") +
                          (from.partner.empty() ? "" : "(" + from.partner + ")"))
          .set("text", from.text.empty() ? Value() : Value(from.text))
          .set("note", from.because.empty() ? Value() : Value(from.because))
          .set("has_record", !from.partner.empty())
          .set("named", is_victim && from.verdict.how == Disclosure::full)
          .set("initials", is_victim && from.verdict.how == Disclosure::initials)
          .set("described", is_victim && from.verdict.how != Disclosure::full &&
                                from.verdict.how != Disclosure::initials)
          .set("in_text", !is_victim)
          .set("is_source", from.is_source)
          .set("agreed", from.agreed())
          .set("strictly_confidential",
               from.is_strictly_confidential && (from.verdict.how == Disclosure::full ||
                                                 from.verdict.how == Disclosure::initials))
          .set("not_to_be_published", is_victim && from.verdict.how == Disclosure::full &&
                                          !from.partner.empty() && !from.may_be_published)
          .set("act", from.act.empty() ? Value() : Value(from.act))
          .set("given", value(from.given))
          .set("until", value(from.until))
          .set("after_sending", later)
          .set("less_today", less_today(from));
  set_reason(object, from.verdict);
  return object;
}

/// The status of its case that forbids sending; nothing where it was decided, or there is none, or
/// the letter is on its way.
Value undecided(const Letter& letter) {
  if (letter.block.get<&model::Communication::sent>()) return {};
  const model::CaseStatus status =
      letter.released.ask(questions::status_of_case, letter.engagement.record());
  if (status == model::CaseStatus::decided || status == model::CaseStatus::acted) return {};
  return status == model::CaseStatus::absent ? Value("not recorded")
                                             : Value(in_words(value::word(status)));
}

/// What forbids sending the letter as it stands.
void add_blocks(const Letter& letter, const std::vector<LetterPerson>& people, Value& sheet) {
  List without_consent;
  for (const LetterPerson& one : people)
    if (!one.agrees_today()) without_consent.push_back(person(letter, one));
  const Value status = undecided(letter);
  const bool has_asked = !letter.block.list<&model::Communication::co_signatories>().empty();
  const bool nobody = has_asked && letter.signers.size() == 1;
  const bool no_facts = !letter.block.show<&model::Communication::facts>();
  const bool blocks = !without_consent.empty() || status.holds() || nobody || no_facts;
  sheet.set("without_consent", std::move(without_consent))
      .set("case_status", status)
      .set("nobody_agreed", nobody)
      .set("no_facts", no_facts)
      .set("blocked", blocks)
      .set("clear", !blocks);
}

/// Somebody's consent is relied on, and no incident tells how old the facts are.
bool rests_on_undated_facts(const Letter& letter, const std::vector<LetterPerson>& people) {
  if (std::ranges::all_of(people, &std::string::empty, &LetterPerson::act)) return false;
  return !letter.released.ask(questions::has_dated_incident, letter.engagement.record());
}

}  // namespace

Value check_sheet(const Letter& letter, const mandate::Annex& annex) {
  const auto people = release::people_of_letter(letter.released.gate(), letter.engagement.id());
  List lines;
  for (const LetterPerson& one : people) lines.push_back(person(letter, one));
  Value sheet = Value::object();
  sheet.set("reference", reference_number(letter))
      .set("date", value(letter.on))
      .set("sent", value(letter.block.get<&model::Communication::sent>()))
      .set("was_sent", static_cast<bool>(letter.block.get<&model::Communication::sent>()))
      .set("people", std::move(lines))
      .set("undated_facts", rests_on_undated_facts(letter, people))
      .set("mandates", mandates(letter));
  add_publication(letter, sheet);
  add_blocks(letter, people, sheet);
  add_open_points(letter, annex, sheet);
  return sheet;
}

}  // namespace rapport::report
