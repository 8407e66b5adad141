// The check sheet beside a letter: what the office should look at before it is sent. It is the
// office's own and never leaves it.
#include "report/letter/letter.hpp"

namespace rapport::report {
namespace {

using model::CoSignatory;
using templates::List;
using templates::Value;

Value waiting(const Letter& letter) {
  List list;
  for (const auto& asked : letter.block.list<&model::Communication::co_signatories>()) {
    const auto status = *asked.get<&CoSignatory::status>();
    if (status == model::CosignStatus::agreed || status == model::CosignStatus::agreed_with_edits)
      continue;
    list.push_back(Value::object()
                       .set("mandate", value(asked.show<&CoSignatory::mandate>()))
                       .set("asked", status == model::CosignStatus::asked)
                       .set("declined", status == model::CosignStatus::declined)
                       .set("answer_by", value(asked.get<&CoSignatory::answer_by>())));
  }
  return list;
}

Value people(const Letter& letter) {
  List list;
  for (const auto& victim : letter.released.victims(letter.engagement.id()))
    list.push_back(Value::object()
                       .set("key", victim.key)
                       .set("partner", victim.partner)
                       .set("named", victim.verdict.how == release::How::full)
                       .set("initials", victim.verdict.how == release::How::initials)
                       .set("reason", release::word(victim.verdict.reason))
                       .set("act", victim.act)
                       .set("given", value(victim.given))
                       .set("until", value(victim.until)));
  return list;
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
  for (const auto mandate : letter.signers) {
    const model::MandateRow& row = *letter.library.row(mandate);
    const auto resolution = reference::resolution(row, letter.on);
    const std::string code(letter.library.codes().name(mandate.row()));
    if (resolution.row == nullptr || resolution.renewal_unknown)
      list.push_back(Value::object().set("what", "resolution").set("code", code));
    else if (resolution.inferred)
      list.push_back(Value::object().set("what", "inferred-resolution").set("code", code));
  }
  for (const mandate::Citation& citation : annex.citations)
    if (citation.ground == mandate::Ground::treaty)
      list.push_back(Value::object()
                         .set("what", citation.treaty.origin == reference::Origin::shipped
                                          ? "treaty"
                                          : "own-treaty")
                         .set("code", std::string(letter.library.codes().name(citation.id)))
                         .set("as_of", value(citation.treaty.as_of)));
  return list;
}

}  // namespace

Value check_sheet(const Letter& letter, const mandate::Annex& annex) {
  Value sheet = Value::object();
  sheet.set("reference", reference_number(letter))
      .set("reference_given", !letter.block.show<&model::Communication::reference>().is_absent())
      .set("date", value(letter.on))
      .set("waiting", waiting(letter))
      .set("people", people(letter))
      .set("mandates", mandates(letter))
      .set("left_out", treaties_left_out(letter, annex));
  List rows;
  const Value found = unverified(letter, annex);
  for (const Value& row : *found.list()) {
    const std::string& what = *row.find("what")->text();
    rows.push_back(Value::object()
                       .set("code", *row.find("code"))
                       .set("as_of", row.find("as_of") != nullptr ? *row.find("as_of") : Value())
                       .set("resolution", what == "resolution")
                       .set("inferred", what == "inferred-resolution")
                       .set("treaty", what == "treaty")
                       .set("own_treaty", what == "own-treaty"));
  }
  sheet.set("unverified", std::move(rows));
  return sheet;
}

}  // namespace rapport::report
