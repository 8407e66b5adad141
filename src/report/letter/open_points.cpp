// What is still open when a letter is drafted: to be filled in, to be verified, to be waited for.
#include "mandate/questions/cosign.hpp"
#include "report/letter/letter.hpp"

#include <algorithm>

namespace rapport::report {
namespace {

using model::Communication;
using model::CoSignatory;
using templates::List;
using templates::Value;

Value waiting(const Letter& letter) {
  List list;
  const bool waits = letter.released.ask(questions::waits_for_answers, letter.engagement.record());
  for (const auto& asked : letter.waiting) {
    const auto mandate = asked.get<&CoSignatory::mandate>();
    list.push_back(
        Value::object()
            .set("title", letter.title_of(mandate.row()))
            .set("declined", *asked.get<&CoSignatory::status>() == model::CosignStatus::declined)
            .set("answer_by", waits ? value(asked.get<&CoSignatory::answer_by>()) : Value()));
  }
  return list;
}

Value treaties_left_out(const Letter& letter, const mandate::Annex& annex) {
  List list;
  for (const mandate::LeftOut& left : annex.left_out)
    list.push_back(Value::object()
                       .set("title", letter.title_of(left.id))
                       .set("unsure", left.because == mandate::NotCited::unsure)
                       .set("since", value(left.treaty.date))
                       .set("not_recorded", left.because == mandate::NotCited::not_recorded)
                       .set("signed_only", left.because == mandate::NotCited::signed_only)
                       .set("denounced", left.because == mandate::NotCited::denounced));
  return list;
}

Value unverified(const Letter& letter, const mandate::Annex& annex) {
  List list;
  const auto add = [&](std::string_view what, value::RowId row, const model::Date& as_of) {
    Value object = Value::object()
                       .set("title", letter.title_of(row))
                       .set("as_of", value(as_of))
                       .set("symbol", Value());
    for (const std::string_view kind :
         {"active", "resolution", "inferred", "holder", "treaty", "own_treaty", "working_title"})
      object.set(kind, kind == what);
    list.push_back(std::move(object));
  };
  for (const auto mandate : letter.signers) {
    const model::MandateRow* row = letter.library.row(mandate);
    if (row != nullptr && reference::activity(*row, letter.on).known == reference::Recorded::maybe)
      add("active", mandate.row(), {});
    const auto resolution = resolution_of(letter, mandate);
    if (resolution.symbol.empty())
      add("resolution", mandate.row(), {});
    else if (resolution.doubtful)
      add("inferred", mandate.row(), {});
    const auto holder = holder_of(letter, mandate);
    if (holder.known == value::Truth::yes && holder.row->unverified)
      add("holder", mandate.row(), {});
  }
  for (const mandate::Citation& citation : annex.citations)
    if (citation.ground == mandate::Ground::treaty)
      add(citation.treaty.origin == reference::Origin::shipped ? "treaty" : "own_treaty",
          citation.id, citation.treaty.as_of);
  for (const mandate::Citation& citation : annex.citations)
    if (citation.row->working_title.is_yes()) {
      add("working_title", citation.id, {});
      list.back().set("symbol", citation.row->symbol.str());
    }
  return list;
}

/// What the sheet says of one person that somebody has to look at. A consent that is missing is no
/// such point: it forbids sending, and stands there.
std::size_t points_on(const Value& person) {
  const auto is_set = [&](const char* name) { return person.find(name)->holds(); };
  std::size_t points = 0;
  for (const char* name : {"strictly_confidential", "not_to_be_published", "after_sending"})
    points += is_set(name) ? 1 : 0;
  if (!is_set("agreed")) return points;
  if (is_set("in_text") && is_set("is_source")) ++points;
  return is_set("less_today") ? points + 1 : points;
}

std::size_t points_on_people(const Value& sheet) {
  std::size_t points = sheet.find("undated_facts")->holds() ? 1 : 0;
  for (const Value& person : *sheet.find("people")->list()) points += points_on(person);
  return points;
}

/// The letter says where a reply goes, if only in its head.
bool has_reply_address(const model::Office& office) {
  return office.mailbox || office.address || office.letterhead;
}

}  // namespace

void add_open_points(const Letter& letter, const mandate::Annex& annex, Value& sheet) {
  const Value asked = waiting(letter);
  const Value to_verify = unverified(letter, annex);
  const Value left_out = treaties_left_out(letter, annex);
  const bool has_reference = !letter.block.show<&Communication::reference>().is_absent();
  const bool reaches = letter.released.ask(questions::can_be_reached, letter.addressee.record());
  const Value subject = value(letter.released.summary_of(letter.engagement));
  const bool can_be_answered = has_reply_address(letter.released.office());
  std::size_t missing = 0;
  for (const bool exists : {has_reference, reaches, can_be_answered, subject.holds()})
    missing += exists ? 0 : 1;
  for (const Value& mandate : *sheet.find("mandates")->list())
    missing += mandate.find("holder")->holds() ? 0 : 1;
  const std::size_t points = missing + asked.list()->size() + to_verify.list()->size() +
                             left_out.list()->size() + points_on_people(sheet);
  const auto is_resolution = [](const Value& one) {
    const Value* found = one.find("resolution");
    return found != nullptr && found->holds();
  };
  sheet.set("waiting", asked)
      .set("unverified", to_verify)
      .set("left_out", left_out)
      .set("reference_given", has_reference)
      .set("subject", subject)
      .set("addressee", letter.addressee.show<&model::Partner::name>().text())
      .set("has_channel", reaches)
      .set("has_reply_address", can_be_answered)
      .set("has_placeholders",
           missing != 0 || std::ranges::any_of(*to_verify.list(), is_resolution))
      .set("open_points", points);
}

}  // namespace rapport::report
