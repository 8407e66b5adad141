// Who was asked to sign the letters of a case, and who else could be, with the reasons.
#include "mandate/questions/cosign.hpp"

#include "mandate/competence.hpp"
#include "report/engine/co_signatories.hpp"
#include "report/engine/report.hpp"
#include "report/engine/values.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::report::cosign_report {
namespace {

namespace questions = mandate::questions;
using mandate::Proposal;
using mandate::ProposalReason;
using mandate::ReasonKind;
using model::CoSignatory;
using model::Engagement;
using release::Cleared;

/// A mandate that was asked, what came of it, and the letter where only that says so.
struct Signer {
  std::string mandate;
  std::string name;
  std::string state;
  std::string_view letter = {};
};

/// What the choice rests on: the case or letter, and the letters of the case.
struct Choice {
  const Request& request;
  const reference::ReferenceData& library;
  model::Date today;
  Cleared<Engagement> engagement;
  std::vector<Cleared<Engagement>> letters;
  mandate::Matter matter;
  bool waits;  // for the answers of those asked

  std::string code_of(model::MandateCode mandate) const {
    return std::string(library.codes().name(mandate.row()));
  }
  std::string title_of(value::RowId row) const { return title(library, row, request.language); }
};

std::string day(const model::Date& date) {
  return date.is_unknown() ? "on an unknown date" : date.in_words();
}

std::string state_of(const Cleared<CoSignatory>& each, const Choice& choice) {
  const auto status = *each.get<&CoSignatory::status>();
  std::string text = value::label(value::word(status));
  if (const auto on = each.get<&CoSignatory::answered>(); on) {
    text += fmt::format(" {}", day(on));
  } else if (const auto due = each.get<&CoSignatory::answer_by>(); due && choice.waits) {
    const bool is_open = status == model::CosignStatus::asked;
    text += fmt::format(", answer due {}{}", day(due),
                        is_open && value::sure_before(due, choice.today) ? ", overdue" : "");
  }
  return text;
}

void add(std::vector<Signer>& all, const Cleared<Engagement>& engagement, std::string_view letter,
         const Choice& choice) {
  for (const auto& each : co_signatories(engagement)) {
    const auto mandate = each.get<&CoSignatory::mandate>();
    Signer one{choice.code_of(mandate), choice.title_of(mandate.row()), state_of(each, choice),
               letter};
    const bool is_known = std::ranges::any_of(all, [&one](const Signer& other) {
      return other.mandate == one.mandate && other.state == one.state;
    });
    if (!is_known) all.push_back(std::move(one));
  }
}

std::vector<Signer> signers(const Choice& choice) {
  std::vector<Signer> all;
  add(all, choice.engagement, {}, choice);
  for (const auto& letter : choice.letters) add(all, letter, letter.id(), choice);
  return all;
}

/// The letters counted share a theme with the case: "it" and "them" are those printed before.
std::string habit(const Proposal& proposal, const ProposalReason& reason) {
  const auto themes = std::ranges::count_if(
      proposal.reasons, [](const ProposalReason& other) { return static_cast<bool>(other.theme); });
  const char* on = themes == 0 ? "letters on its themes" : themes == 1 ? "on it" : "on them";
  return fmt::format("joined {} of your last {} {}", reason.joined, reason.of, on);
}

std::string why(const Proposal& proposal, const ProposalReason& reason, const value::Codes& codes) {
  const std::string theme(codes.name(reason.theme.row()));
  switch (reason.kind) {
    case ReasonKind::country:
      return "the mandate on this State";
    case ReasonKind::addressed:
      return "letters on its situation go to this State";
    case ReasonKind::primary:
      return fmt::format("theme {}: primary scope", theme);
    case ReasonKind::secondary:
      return fmt::format("theme {}: regularly joins", theme);
    case ReasonKind::victim:
      return fmt::format("alleged victims: {}", theme);
    case ReasonKind::joined_before:
      return habit(proposal, reason);
  }
  return {};
}

std::string why(const Proposal& proposal, const value::Codes& codes) {
  std::string text;
  for (const auto& reason : proposal.reasons)
    text += (text.empty() ? "" : "; ") + why(proposal, reason, codes);
  if (proposal.activity.known != reference::Recorded::yes || proposal.activity.renewal_unknown)
    text += " (check that the mandate is active)";
  return text;
}

view::Table table_of(const std::vector<Signer>& signers, const std::vector<Proposal>& proposals,
                     const Choice& choice) {
  view::Table table{.columns = {{.key = "rank", .heading = "", .align = view::Align::right},
                                {.key = "mandate", .heading = "MANDATE", .whole = true},
                                {.key = "why", .heading = "WHY"},
                                {.key = "name", .heading = "NAME", .wraps = true}}};
  view::Group group;
  for (const Signer& each : signers) {
    std::string state = each.state;
    if (!each.letter.empty()) state += fmt::format(" ({})", each.letter);
    group.rows.push_back(
        {.cells = {{}, each.mandate, std::move(state), each.name}, .id = each.mandate});
  }
  int rank = 0;
  for (const Proposal& proposal : proposals) {
    const std::string mandate = choice.code_of(proposal.mandate);
    group.rows.push_back(
        {.cells = {view::number(++rank), mandate, why(proposal, choice.library.codes()),
                   choice.title_of(proposal.mandate.row())},
         .id = mandate});
  }
  table.groups.push_back(std::move(group));
  return table;
}

/// A country mandate is looked for first, so that there is none is worth a remark.
std::vector<Remark> remarks(const Choice& choice) {
  std::vector<Remark> remarks;
  for (const auto state : choice.matter.states) {
    const auto found = mandate::country_mandates(choice.library, state, choice.today);
    if (!found.mandates.empty()) continue;
    remarks.push_back(
        {found.known == reference::Recorded::no ? "no-country-mandate" : "country-mandate-unknown",
         {choice.title_of(state.row())}});
  }
  return remarks;
}

bool is_readable(const Cleared<Engagement>& engagement) {
  return engagement &&
         (engagement.block<&Engagement::case_>() || engagement.block<&Engagement::communication>());
}

base::Result<Document> make(const Request& request) {
  release::Release& released = request.released;
  const auto today = request.provenance.today;
  const auto engagement = released.engagement(request.subject);
  if (!is_readable(engagement))
    return base::Failure{
        base::Failing::data,
        fmt::format("'{}' has no block 'case' or 'communication'", request.subject),
        fmt::format("rapport validate {}", request.subject)};
  Choice choice{.request = request,
                .library = released.reference(),
                .today = today,
                .engagement = engagement,
                .letters = released.engagements(
                    released.ask(questions::letters_of_case, engagement.record())),
                .matter = released.ask(questions::subject_matter, engagement.record(), today),
                .waits = released.ask(questions::waits_for_answers, engagement.record())};
  // A case that names no lead is still this office's.
  if (!choice.matter.lead) choice.matter.lead = released.office().mandate;
  const auto proposals =
      mandate::propose(choice.library, choice.matter, released.ask(questions::past_letters, today));
  Document document{.content = table_of(signers(choice), proposals, choice)};
  document.remarks = remarks(choice);
  for (const auto& letter : choice.letters) document.quoted.push_back(letter.record());
  return document;
}

}  // namespace

extern const ReportSpec spec = {
    .about = About::case_or_letter,
    .makes = view::Shape::table,
    .use = model::Use::contact,
    .make = make,
};

}  // namespace rapport::report::cosign_report
