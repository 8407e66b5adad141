// What is due, and when: the whole repository on one page, the earliest first.
#include "mandate/questions/deadlines.hpp"

#include "base/text.hpp"
#include "report/engine/co_signatories.hpp"
#include "report/engine/contact.hpp"
#include "report/engine/report.hpp"
#include "report/engine/table.hpp"
#include "report/engine/values.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::report::deadlines_report {
namespace {

namespace questions = mandate::questions;
using model::Commitment;
using model::Communication;
using model::ConsentAct;
using model::CoSignatory;
using model::Engagement;
using model::Partner;
using questions::Deadline;
using questions::Due;
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
  return with(what, " ", reply.on.in_words());
}

MaybeLine letter(const Deadline& deadline, const Cleared<Engagement>& engagement) {
  const auto block = engagement.block<&Engagement::communication>();
  if (!block) return {};
  const std::string addressee = base::join(names(block.links<&Communication::addressee>()), ", ");
  if (deadline.what == Due::publicity) return Line{reference_of(block), addressee};
  return Line{reference_of(block), with(addressee, "; ", answered(deadline.reply))};
}

std::string party(const Cleared<Commitment>& commitment, bool by) {
  const auto links = by ? commitment.links<&Commitment::by>() : commitment.links<&Commitment::to>();
  const bool is_office =
      by ? commitment.is_office<&Commitment::by>() : commitment.is_office<&Commitment::to>();
  return is_office ? "the office" : base::join(names(links), ", ");
}

MaybeLine commitment(const Cleared<Commitment>& commitment) {
  const auto what = commitment.show<&Commitment::what>();
  if (!what) return {};
  return Line{what.text(), with(party(commitment, true), ", to ", party(commitment, false))};
}

/// "a2: letter to state XXA, in examplia-dam".
MaybeLine consent(const Cleared<ConsentAct>& act, const Cleared<Partner>& partner) {
  std::string what = with(act.show<&ConsentAct::key>().text(), ": ",
                          base::join(texts(act.texts<&ConsentAct::uses>()), ", "));
  what = with(std::move(what), " to ", base::join(texts(act.texts<&ConsentAct::to>()), ", "));
  what = with(std::move(what), " ", base::join(texts(act.texts<&ConsentAct::states>()), ", "));
  return Line{with(std::move(what), ", in ", act.show<&ConsentAct::case_>().text()),
              partner.show<&Partner::name>().text()};
}

/// Who wants not to be contacted is marked with the day, wherever the office lists them.
MaybeLine check_in(const release::Release& released, const Cleared<Partner>& partner) {
  const auto risk = partner.block<&Partner::risk>();
  if (!risk) return {};
  return Line{
      with("risk", " ", risk.show<&model::Risk::level>().text()),
      with(partner.show<&Partner::name>().text(), "; ", in_words(released.no_contact(partner)))};
}

/// The lines of one record after another, whatever the order they are asked for in: each record is
/// released once, so that it counts once where it is withheld.
class Lines {
 public:
  explicit Lines(const Request& request) : request_(request) {}

  MaybeLine line(const Deadline& deadline) {
    const bool is_of_partner = deadline.what == Due::consent || deadline.what == Due::check_in;
    return is_of_partner ? of_partner(deadline) : of_engagement(deadline);
  }

 private:
  struct PartnerParts {
    Cleared<Partner> partner;
    std::vector<Cleared<ConsentAct>> acts;
  };
  struct EngagementParts {
    Cleared<Engagement> engagement;
    std::vector<Cleared<Commitment>> commitments;
    std::vector<Cleared<CoSignatory>> asked;
  };

  MaybeLine of_partner(const Deadline& deadline) {
    const auto [known, is_new] = partners_.try_emplace(deadline.record);
    if (is_new)
      for (const auto& one : request_.released.partners(std::span(&deadline.record, 1)))
        known->second = {one, one.list<&Partner::consent>()};
    const auto& [partner, acts] = known->second;
    if (!partner) return {};
    MaybeLine line;
    if (deadline.what == Due::check_in)
      line = check_in(request_.released, partner);
    else if (deadline.item < acts.size())
      line = consent(acts[deadline.item], partner);
    if (line) line->id = partner.id();
    return line;
  }

  MaybeLine of_engagement(const Deadline& deadline) {
    const auto [known, is_new] = engagements_.try_emplace(deadline.record);
    if (is_new)
      for (const auto& one : request_.released.engagements(std::span(&deadline.record, 1)))
        known->second = {one, one.list<&Engagement::commitments>(), co_signatories(one)};
    const auto& [engagement, commitments, signers] = known->second;
    if (!engagement) return {};
    MaybeLine line;
    if (deadline.what == Due::reply || deadline.what == Due::publicity)
      line = letter(deadline, engagement);
    else if (deadline.what == Due::commitment && deadline.item < commitments.size())
      line = commitment(commitments[deadline.item]);
    else if (deadline.what == Due::signature && deadline.item < signers.size())
      line = signature(signers[deadline.item], engagement);
    if (line) line->id = engagement.id();
    return line;
  }

  Line signature(const Cleared<CoSignatory>& signer, const Cleared<Engagement>& engagement) const {
    return {engagement.show<&Engagement::title>().text(),
            title(request_.released.reference(), signer.get<&CoSignatory::mandate>().row(),
                  request_.language)};
  }

  const Request& request_;
  std::map<model::RecordId, PartnerParts> partners_;
  std::map<model::RecordId, EngagementParts> engagements_;
};

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
  release::Release& released = request.released;
  const bool reads_withheld = model::works_with_us(released.purpose().audience);
  const questions::DeadlineTerms terms{.terms = mandate::terms(released.office()),
                                       .replies = reads_withheld
                                                      ? mandate::WithheldReplies::counted
                                                      : mandate::WithheldReplies::left_out,
                                       .until = request.until};
  const auto found = released.ask(questions::deadlines, terms, request.provenance.today);
  view::Table table = table_of(request);
  auto& rows = table.groups.front().rows;
  std::size_t overdue = 0;
  Lines lines(request);
  for (const Deadline& deadline : found)
    if (MaybeLine one = lines.line(deadline)) {
      rows.push_back(row(request, deadline, std::move(*one)));
      overdue += deadline.overdue ? 1 : 0;
    }
  Document document{.content = view::Table{}};
  document.counts = {{"deadlines", rows.size()}, {"overdue", overdue}};
  document.content = std::move(table);
  return document;
}

constexpr ParameterSpec parameters[] = {
    {Parameter::until, "Only what is due up to that day"},
};

}  // namespace

extern const ReportSpec spec = {
    .about = About::repository,
    .makes = view::Shape::table,
    .parameters = parameters,
    .make = make,
};

}  // namespace rapport::report::deadlines_report
