// The check sheet beside a letter: what the office should look at before it is sent. It is the
// office's own and never leaves it.
#include "base/text.hpp"
#include "mandate/clocks.hpp"
#include "release/people.hpp"
#include "report/letter/letter.hpp"

namespace rapport::report {
namespace {

using model::CoSignatory;
using release::LetterPerson;
using templates::List;
using templates::Value;

Value waiting(const Letter& letter) {
  List list;
  for (const auto& asked : letter.block.list<&model::Communication::co_signatories>()) {
    const auto status = *asked.get<&CoSignatory::status>();
    if (status == model::CosignStatus::agreed || status == model::CosignStatus::agreed_with_edits)
      continue;
    const auto mandate = asked.get<&CoSignatory::mandate>();
    list.push_back(Value::object()
                       .set("title", title(letter.library, mandate.row(), letter.request.language))
                       .set("declined", status == model::CosignStatus::declined)
                       .set("answer_by", value(asked.get<&CoSignatory::answer_by>())));
  }
  return list;
}

/// A flag for each reason, so that the template words them: no-consent is `no_consent`.
void set_reason(Value& object, const release::Verdict& verdict) {
  for (std::size_t i = 0; i < release::reason_count; ++i) {
    const auto reason = static_cast<release::Reason>(i);
    object.set(base::replace_all(release::word(reason), "-", "_"), reason == verdict.reason);
  }
}

Value person(const Letter& letter, const LetterPerson& from) {
  using release::How;
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
          .set("named", is_victim && from.verdict.how == How::full)
          .set("initials", is_victim && from.verdict.how == How::initials)
          .set("described",
               is_victim && from.verdict.how != How::full && from.verdict.how != How::initials)
          .set("in_text", !is_victim)
          .set("is_source", from.is_source)
          .set("agreed", from.agreed())
          .set("not_to_be_published", is_victim && from.verdict.how == How::full &&
                                          !from.partner.empty() && !from.may_be_published)
          .set("act", from.act.empty() ? Value() : Value(from.act))
          .set("given", value(from.given))
          .set("until", value(from.until))
          .set("after_sending", later);
  set_reason(object, from.verdict);
  return object;
}

/// The status of its case that forbids sending; nothing where it was decided, or there is none.
Value undecided(const Letter& letter) {
  const std::string own(letter.engagement.id());
  const model::CaseStatus status = letter.released.ask([&own](const model::Dataset& data) {
    const model::Engagement* matter = data.engagement(data.engagement(own)->part_of);
    if (matter == nullptr || !matter->case_) return model::CaseStatus::decided;
    return *matter->case_->status;
  });
  if (status == model::CaseStatus::decided || status == model::CaseStatus::acted) return {};
  return status == model::CaseStatus::absent ? Value("not recorded")
                                             : Value(in_words(value::word(status)));
}

/// What forbids sending the letter as it stands.
void add_blocks(const Letter& letter, const std::vector<LetterPerson>& people, Value& sheet) {
  List without_consent;
  for (const LetterPerson& one : people)
    if (!one.agreed()) without_consent.push_back(person(letter, one));
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

Value treaties_left_out(const Letter& letter, const mandate::Annex& annex) {
  List list;
  for (const mandate::LeftOut& left : annex.left_out)
    list.push_back(Value::object()
                       .set("title", title(letter.library, left.id, letter.request.language))
                       .set("not_recorded", left.because == mandate::NotCited::not_recorded)
                       .set("signed_only", left.because == mandate::NotCited::signed_only)
                       .set("denounced", left.because == mandate::NotCited::denounced));
  return list;
}

Value unverified(const Letter& letter, const mandate::Annex& annex) {
  List list;
  const auto add = [&](std::string_view what, value::RowId row, const model::Date& as_of) {
    Value object = Value::object()
                       .set("title", title(letter.library, row, letter.request.language))
                       .set("as_of", value(as_of));
    for (const std::string_view kind : {"resolution", "inferred", "treaty", "own_treaty"})
      object.set(kind, kind == what);
    list.push_back(std::move(object));
  };
  for (const auto mandate : letter.signers) {
    const auto resolution = resolution_of(letter, mandate);
    if (resolution.symbol.empty())
      add("resolution", mandate.row(), {});
    else if (resolution.doubtful)
      add("inferred", mandate.row(), {});
  }
  for (const mandate::Citation& citation : annex.citations)
    if (citation.ground == mandate::Ground::treaty)
      add(citation.treaty.origin == reference::Origin::shipped ? "treaty" : "own_treaty",
          citation.id, citation.treaty.as_of);
  return list;
}

}  // namespace

Value check_sheet(const Letter& letter, const mandate::Annex& annex) {
  const auto people = release::people_of_letter(letter.released.gate(), letter.engagement.id());
  List lines;
  for (const LetterPerson& one : people) lines.push_back(person(letter, one));
  Value sheet = Value::object();
  sheet.set("reference", reference_number(letter))
      .set("reference_given", !letter.block.show<&model::Communication::reference>().is_absent())
      .set("date", value(letter.on))
      .set("sent", value(letter.block.get<&model::Communication::sent>()))
      .set("publication_days", mandate::terms(letter.released.office()).publication_days)
      .set("waiting", waiting(letter))
      .set("people", std::move(lines))
      .set("mandates", mandates(letter))
      .set("subject", value(letter.released.summary_of(letter.engagement)))
      .set("unverified", unverified(letter, annex))
      .set("left_out", treaties_left_out(letter, annex));
  add_blocks(letter, people, sheet);
  return sheet;
}

}  // namespace rapport::report
