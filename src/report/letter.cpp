// A communication to one addressee, in the order every such letter has (domain: header, reference,
// opening, allegations, concern, annex pointer, requests, deadline, close, signatures, annex).
#include "report/letter/letter.hpp"

#include "mandate/clocks.hpp"
#include "release/people.hpp"

#include <algorithm>

namespace rapport::report::letter_report {
namespace {

using model::Communication;
using model::CommunicationType;
using model::Engagement;
using templates::Value;

Value lines(const model::List<model::Text>& texts) {
  templates::List list;
  for (const auto& text : texts) list.emplace_back(text.str());
  return list;
}

/// The office's own lines, else its address, else its name.
Value letterhead(const model::Office& office) {
  if (office.letterhead) return lines(office.letterhead);
  return office.address ? lines(office.address) : Value(templates::List{office.name.str()});
}

std::vector<std::string> request_texts(const Letter& letter) {
  std::vector<std::string> texts;
  for (const auto& request : letter.block.list<&Communication::requests>())
    if (const auto text = request.show<&model::Request::text>()) texts.push_back(text.text());
  return texts;
}

Value address(const Letter& letter) {
  const std::string name = letter.addressee.show<&model::Partner::name>().text();
  std::string post;  // of several addresses the first
  for (const auto& contact : letter.addressee.list<&model::Partner::contacts>())
    if (post.empty() && *contact.get<&model::Contact::channel>() == model::Channel::post)
      post = contact.show<&model::Contact::value>().text();
  templates::List list;
  if (!name.empty() && !post.starts_with(name)) list.emplace_back(name);
  if (!post.empty()) list.emplace_back(post);
  const auto territory = letter.addressee.get<&model::Partner::territory>();
  const std::string wording = territory_name(letter.library, territory, letter.request.language);
  if (!wording.empty() && post.find(wording) == post.npos) list.emplace_back(wording);
  return list;
}

bool signs(const Letter& letter, std::string_view code) {
  return std::ranges::any_of(letter.signers, [&](const auto mandate) {
    return letter.library.codes().name(mandate.row()) == code;
  });
}

/// The status of a territory that the letter is about, or goes to, is said in the words of its row.
Value disclaimer(const Letter& letter) {
  const auto about = letter.engagement.get<&Engagement::territory>();
  const auto goes_to = letter.addressee.get<&model::Partner::territory>();
  return report::disclaimer(letter.library, about ? about : goes_to, letter.request.language);
}

Value values(const Letter& letter, const mandate::Annex& law) {
  const auto type = *letter.block.get<&Communication::type>();
  Value root = Value::object();
  root.set("letterhead", letterhead(letter.released.office()))
      .set("joint", letter.is_joint())
      .set("mandates", mandates(letter))
      .set("reference", reference_number(letter))
      .set("reference_given", !letter.block.show<&Communication::reference>().is_absent())
      .set("date", value(letter.on))
      .set("address", address(letter))
      .set("has_address", address(letter).holds())
      .set("to_state", letter.is_to_state())
      .set("two", letter.signers.size() == 2)
      .set("one_person", is_about_one(letter))
      .set("subject", value(letter.released.summary_of(letter.engagement)))
      .set("victims", victims(letter))
      .set("earlier", earlier_letters(letter))
      .set("facts", value(letter.block.show<&Communication::facts>()))
      .set("concern", value(letter.block.show<&Communication::concern>()))
      .set("reprisal", has_reprisal(letter))
      .set("press", will_be_public(letter))
      .set("urgent", type == CommunicationType::UA)
      .set("requests", numbered(request_texts(letter)))
      .set("mailbox", letter.released.office().mailbox
                          ? Value(letter.released.office().mailbox.str())
                          : Value())
      .set("detention_group_signs", signs(letter, "wg-arbitrary-detention") &&
                                        letter.block.get<&Communication::addressee_role>() !=
                                            model::AddresseeRole::home_state)
      .set("disclaimer", disclaimer(letter));
  root.set("resolutions", resolutions(letter));
  add_publication(letter, root);
  const Value siblings = sibling_letters(letter, Siblings::sent_with_it);
  root.set("has_siblings", siblings.holds()).set("siblings", siblings);
  const Value before = sibling_letters(letter, Siblings::sent_before);
  root.set("has_siblings_before", before.holds()).set("siblings_before", before);
  const Value cited = annex(letter, law);
  for (const auto& member : *cited.members()) root.set(member.name, member.value);
  if (letter.is_to_state())
    root.set("state", letter.formal(letter.state));
  else
    root.set("state", Value());
  return root;
}

/// A sheet of the office's own is in the language of the letter where there is a template, else in
/// English.
base::Result<view::Page> office_page(const Request& request, std::string_view name,
                                     const Value& sheet) {
  auto page = request.templates.page(name, sheet, request.language);
  if (page || page.failure().kind != base::Failing::usage) return page;
  return request.templates.page(name, sheet, "en");
}

/// Another mandate writes its letters itself.
base::Done check_lead(const Letter& letter) {
  const auto lead = letter.block.get<&Communication::lead>();
  const model::MandateCode office = letter.released.office().mandate;
  if (!lead || !office || lead == office) return base::done();
  const std::string& id = letter.request.subject;
  return base::Failure{
      base::Failing::data,
      "'" + id + "' is not this office's letter: the " + title(letter.library, lead.row(), "en") +
          " leads it",
      "record this office's answer among its co_signatories, with `status` and `cleared`; to lead "
      "a letter on the matter, write one with `lead: " +
          std::string(letter.library.codes().name(office.row())) + "`"};
}

/// Of what was sent nothing is printed that is not recorded to have been said.
base::Done check_text(const Letter& letter) {
  const bool is_recorded = letter.block.show<&Communication::facts>() ||
                           letter.block.show<&Communication::concern>() ||
                           !letter.block.list<&Communication::requests>().empty();
  const bool says_so = static_cast<bool>(letter.block.get<&Communication::text>());
  if (!says_so && (is_recorded || !letter.block.get<&Communication::sent>())) return base::done();
  const std::string& id = letter.request.subject;
  return base::Failure{base::Failing::data, "'" + id + "' was sent, and its text is not recorded",
                       says_so ? "copy its facts, concern and requests from the letter as it was "
                                 "sent, and remove `text: not-recorded`"
                               : "copy its facts, concern and requests from the letter as it was "
                                 "sent"};
}

/// What the letter rests on: its block, its day, to whom it goes and who signs it.
base::Done read(Letter& letter) {
  const Request& request = letter.request;
  if (letter.engagement) letter.block = letter.engagement.block<&Engagement::communication>();
  if (!letter.block)
    return base::Failure{base::Failing::data,
                         "'" + request.subject + "' has no block 'communication'",
                         "add `communication:` with its type and addressee"};
  if (auto ours = check_lead(letter); !ours) return ours;
  if (auto recorded = check_text(letter); !recorded) return recorded;
  const auto sent = letter.block.get<&Communication::sent>();
  letter.on = sent ? sent : request.provenance.today;
  const auto addressees = letter.block.links<&Communication::addressee>();
  if (addressees.shown.empty())
    return base::Failure{base::Failing::data, "'" + request.subject + "' has no addressee",
                         "rapport validate " + request.subject};
  letter.addressee = addressees.shown.front();
  if (model::group_of(*letter.addressee.get<&model::Partner::kind>()) == model::Group::states)
    letter.state = letter.addressee.get<&model::Partner::country>();
  find_signers(letter);
  return base::done();
}

base::Result<view::Page> letter_page(const Letter& letter, const mandate::Annex& law) {
  const Request& request = letter.request;
  auto page = request.templates.page("letter", values(letter, law), request.language);
  if (!page) return page;
  page->meta.classification =
      printed(request.released.ask(questions::label_of_letter, letter.engagement.record()));
  page->meta.edition = request.provenance.edition;
  page->meta.date = request.provenance.today.str();
  page->meta.title = reference_number(letter);
  return page;
}

base::Result<view::CheckSheet> check_pages(const Letter& letter, const mandate::Annex& law) {
  const Value sheet = check_sheet(letter, law);
  auto check = office_page(letter.request, "letter-check", sheet);
  if (!check) return check.failure();
  auto told = office_page(letter.request, "letter-check-told", sheet);
  if (!told) return told.failure();
  check->meta.title = "Check before sending";
  check->meta.classification = printed(model::Classification::confidential);
  return view::CheckSheet{std::move(*check), std::move(*told)};
}

/// The letter, its addressee and who is named in it.
std::vector<std::string> records_of(const Letter& letter) {
  std::vector<std::string> ids = {std::string(letter.engagement.id()),
                                  std::string(letter.addressee.id())};
  for (const auto& person :
       release::people_of_letter(letter.released.gate(), letter.engagement.id()))
    if (!person.partner.empty() && person.today.shows()) ids.push_back(person.partner);
  return ids;
}

base::Result<Document> make(const Request& request) {
  Letter letter(request);
  if (auto done = read(letter); !done) return done.failure();
  const mandate::Annex law = annex_of(letter);
  auto page = letter_page(letter, law);
  if (!page) return page.failure();
  auto check_sheet = check_pages(letter, law);
  if (!check_sheet) return check_sheet.failure();
  Document document{.content = std::move(*page)};
  document.check_sheet = std::move(*check_sheet);
  document.ids = records_of(letter);
  document.counts = {{"mandates", letter.signers.size()},
                     {"requests", request_texts(letter).size() + 1},
                     {"citations", law.citations.size()},
                     {"waiting", letter.waiting.size()}};
  return document;
}

constexpr ParameterSpec parameters[] = {
    {Parameter::language,
     "The language of the letter; English is shipped, others are templates of your own"},
};

}  // namespace

extern const ReportSpec spec = {
    .about = About::letter,
    .makes = view::Shape::page,
    .parameters = parameters,
    .use = model::Use::letter,
    .to_addressee = true,
    .make = make,
};

}  // namespace rapport::report::letter_report
