// What is due, and when: the whole repository on one page, the earliest first.
#include "mandate/questions/deadlines.hpp"

#include "base/text.hpp"
#include "report/engine/contact.hpp"
#include "report/engine/report.hpp"
#include "report/engine/table.hpp"
#include "report/engine/values.hpp"

#include <optional>
#include <span>

namespace rapport::report::deadlines_report {
namespace {

using mandate::Deadline;
using mandate::Due;
using model::Commitment;
using model::Communication;
using model::ConsentAct;
using model::CoSignatory;
using model::Engagement;
using model::Partner;
using release::Cleared;

struct Line {
  std::string what;
  std::string who;
  std::string id = {};
};
/// Nothing where the audience may not read it.
using MaybeLine = std::optional<Line>;

std::string with(std::string text, std::string_view between, const std::string& more) {
  return more.empty() ? text : std::move(text) + std::string(between) + more;
}

/// "AL XXA 3/2026", or what kind of letter it is where it has no number yet.
std::string reference_of(const Cleared<Communication>& letter) {
  if (const auto reference = letter.show<&Communication::reference>()) return reference.text();
  return letter.show<&Communication::type>().text();
}

std::string answered(const mandate::ReplyTold& reply) {
  if (reply.nature == model::ReplyNature::absent) return {};
  const char* what =
      reply.nature == model::ReplyNature::extension_request ? "asked for time" : "acknowledged";
  return with(what, " ", in_words(reply.on));
}

MaybeLine letter(const Deadline& deadline, const Cleared<Engagement>& engagement) {
  const auto block = engagement.block<&Engagement::communication>();
  if (!block) return {};
  const std::string addressee = base::join(names(block.links<&Communication::addressee>()), ", ");
  if (deadline.what == Due::publicity) return Line{reference_of(block), addressee};
  return Line{reference_of(block), with(addressee, "; ", answered(deadline.reply))};
}

MaybeLine signature(const Request& request, const Deadline& deadline,
                    const Cleared<Engagement>& engagement) {
  std::vector<Cleared<CoSignatory>> asked;
  if (const auto matter = engagement.block<&Engagement::case_>())
    asked = matter.list<&model::Case::co_signatories>();
  else if (const auto letter = engagement.block<&Engagement::communication>())
    asked = letter.list<&Communication::co_signatories>();
  if (deadline.item >= asked.size()) return {};
  const auto mandate = asked[deadline.item].get<&CoSignatory::mandate>();
  return Line{engagement.show<&Engagement::title>().text(),
              title(request.released.reference(), mandate.row(), request.language)};
}

std::string party(const Cleared<Commitment>& commitment, bool by) {
  const auto links = by ? commitment.links<&Commitment::by>() : commitment.links<&Commitment::to>();
  const bool is_office =
      by ? commitment.is_office<&Commitment::by>() : commitment.is_office<&Commitment::to>();
  return is_office ? "the office" : base::join(names(links), ", ");
}

MaybeLine commitment(const Deadline& deadline, const Cleared<Engagement>& engagement) {
  const auto commitments = engagement.list<&Engagement::commitments>();
  if (deadline.item >= commitments.size()) return {};
  const auto& one = commitments[deadline.item];
  const auto what = one.show<&Commitment::what>();
  if (!what) return {};
  return Line{what.text(), with(party(one, true), ", to ", party(one, false))};
}

MaybeLine consent(const Deadline& deadline, const Cleared<Partner>& partner) {
  const auto acts = partner.list<&Partner::consent>();
  if (deadline.item >= acts.size()) return {};
  const auto& act = acts[deadline.item];
  std::string what = with(act.show<&ConsentAct::key>().text(), ": ",
                          base::join(texts(act.texts<&ConsentAct::uses>()), ", "));
  return Line{with(std::move(what), ", in ", act.show<&ConsentAct::case_>().text()),
              partner.show<&Partner::name>().text()};
}

/// Who wants not to be contacted is marked with the day, wherever the office lists them.
MaybeLine check_in(const release::Released& released, const Cleared<Partner>& partner) {
  const auto risk = partner.block<&Partner::risk>();
  if (!risk) return {};
  return Line{
      with("risk", " ", risk.show<&model::Risk::level>().text()),
      with(partner.show<&Partner::name>().text(), "; ", in_words(released.no_contact(partner)))};
}

MaybeLine of_partner(const Request& request, const Deadline& deadline) {
  const auto partners = request.released.partners(std::span(&deadline.record, 1));
  if (partners.empty()) return {};
  auto line = deadline.what == Due::consent ? consent(deadline, partners.front())
                                            : check_in(request.released, partners.front());
  if (line) line->id = partners.front().id();
  return line;
}

MaybeLine of_engagement(const Request& request, const Deadline& deadline) {
  const auto engagements = request.released.engagements(std::span(&deadline.record, 1));
  if (engagements.empty()) return {};
  const auto& engagement = engagements.front();
  auto line = deadline.what == Due::signature    ? signature(request, deadline, engagement)
              : deadline.what == Due::commitment ? commitment(deadline, engagement)
                                                 : letter(deadline, engagement);
  if (line) line->id = engagement.id();
  return line;
}

MaybeLine line(const Request& request, const Deadline& deadline) {
  const bool is_of_partner = deadline.what == Due::consent || deadline.what == Due::check_in;
  return is_of_partner ? of_partner(request, deadline) : of_engagement(request, deadline);
}

std::string_view word(Due what) {
  switch (what) {
    case Due::reply:
      return "reply";
    case Due::signature:
      return "signature";
    case Due::publicity:
      return "publication";
    case Due::consent:
      return "consent";
    case Due::check_in:
      return "check-in";
    case Due::commitment:
      break;
  }
  return "commitment";
}

view::Table table_of(const Request& request) {
  view::Table table{.title = "Deadlines",
                    .columns = {{.key = "due", .heading = "DUE", .whole = true},
                                {.key = "days", .heading = "DAYS", .align = view::Align::right},
                                {.key = "kind", .heading = "KIND", .whole = true},
                                {.key = "what", .heading = "WHAT"},
                                {.key = "who", .heading = "WHO"},
                                {.key = "record", .heading = "RECORD", .whole = true}},
                    .groups = {{}}};
  mark(table, request);
  return table;
}

view::Row row(const Request& request, const Deadline& deadline, Line line) {
  const int days = value::days_between(request.provenance.today, deadline.on);
  return {.cells = {deadline.on.str(), view::number(days), std::string(word(deadline.what)),
                    std::move(line.what), cell(std::move(line.who)), line.id},
          .id = line.id};
}

base::Result<Document> make(const Request& request) {
  release::Released& released = request.released;
  const bool reads_withheld = release::works_with_us(released.purpose().audience);
  const mandate::DeadlineTerms terms{.terms = mandate::terms(released.office()),
                                     .replies = reads_withheld ? mandate::WithheldReplies::counted
                                                               : mandate::WithheldReplies::left_out,
                                     .until = request.until};
  const auto found = released.ask([&](const model::Dataset& data) {
    return mandate::deadlines(data, terms, request.provenance.today);
  });
  view::Table table = table_of(request);
  auto& rows = table.groups.front().rows;
  std::size_t overdue = 0;
  for (const Deadline& deadline : found)
    if (MaybeLine one = line(request, deadline)) {
      rows.push_back(row(request, deadline, std::move(*one)));
      overdue += deadline.overdue ? 1 : 0;
    }
  Document document{.content = view::Table{}};
  document.counts = {{"deadlines", rows.size()}, {"overdue", overdue}};
  document.content = std::move(table);
  return document;
}

}  // namespace

extern const ReportSpec spec = {
    .summary = "Replies, answers, publication, consent, check-ins and commitments by date",
    .about = About::repository,
    .make = make,
};

}  // namespace rapport::report::deadlines_report
