// `rapport cosign`: who was asked to sign, and who else should be.
#include "mandate/questions/cosign.hpp"

#include "app/no_record.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "commands/cards/words.hpp"
#include "mandate/competence.hpp"
#include "reference/names.hpp"
#include "release/release.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace rapport::commands::cosign_command {
namespace {

namespace questions = mandate::questions;
using model::CoSignatory;
using release::Cleared;

struct Answer {
  mandate::Matter matter;
  std::vector<mandate::Proposal> proposals = {};
};

/// A mandate that was asked, what came of it, and the letter where only that says so.
struct Asked {
  std::string mandate;
  std::string name;
  std::string state;
  std::string_view letter = {};
};

std::string name_of(const reference::ReferenceData& library, value::RowId row) {
  return reference::name(library, row, reference::Language::en).text.str();
}

std::vector<Cleared<CoSignatory>> asked(const Cleared<model::Engagement>& engagement) {
  if (auto matter = engagement.block<&model::Engagement::case_>())
    return matter.list<&model::Case::co_signatories>();
  if (auto letter = engagement.block<&model::Engagement::communication>())
    return letter.list<&model::Communication::co_signatories>();
  return {};
}

std::string state_of(const Cleared<CoSignatory>& each, const value::Date& today) {
  const auto status = *each.get<&CoSignatory::status>();
  std::string text = value::label(value::word(status));
  if (const auto on = each.get<&CoSignatory::answered>(); on) {
    text += fmt::format(" {}", in_words(on));
  } else if (const auto due = each.get<&CoSignatory::answer_by>(); due) {
    const bool is_open = status == model::CosignStatus::asked;
    text += fmt::format(", answer due {}{}", in_words(due),
                        is_open && value::sure_before(due, today) ? ", overdue" : "");
  }
  return text;
}

/// The letters counted share a theme with the case: "it" and "them" are those said before.
std::string say_habit(const mandate::Proposal& proposal, const mandate::ProposalReason& reason) {
  const auto themes = std::ranges::count_if(
      proposal.reasons,
      [](const mandate::ProposalReason& other) { return static_cast<bool>(other.theme); });
  const char* on = themes == 0 ? "letters on its themes" : themes == 1 ? "on it" : "on them";
  return fmt::format("joined {} of your last {} {}", reason.joined, reason.of, on);
}

std::string say(const mandate::Proposal& proposal, const mandate::ProposalReason& reason,
                const value::Codes& codes) {
  const std::string theme(codes.name(reason.theme.row()));
  switch (reason.kind) {
    case mandate::ReasonKind::country:
      return "the mandate on this State";
    case mandate::ReasonKind::addressed:
      return "letters on its situation go to this State";
    case mandate::ReasonKind::primary:
      return fmt::format("theme {}: primary scope", theme);
    case mandate::ReasonKind::secondary:
      return fmt::format("theme {}: regularly joins", theme);
    case mandate::ReasonKind::victim:
      return fmt::format("alleged victims: {}", theme);
    case mandate::ReasonKind::joined_before:
      return say_habit(proposal, reason);
  }
  return {};
}

std::string say(const mandate::Proposal& proposal, const value::Codes& codes) {
  std::string text;
  for (const auto& reason : proposal.reasons)
    text += (text.empty() ? "" : "; ") + say(proposal, reason, codes);
  if (proposal.activity.known != reference::Recorded::yes || proposal.activity.renewal_unknown)
    text += " (check that the mandate is active)";
  return text;
}

void add(std::vector<Asked>& all, const std::vector<Cleared<CoSignatory>>& signers,
         std::string_view letter, const reference::ReferenceData& library,
         const value::Date& today) {
  for (const auto& each : signers) {
    const auto row = each.get<&CoSignatory::mandate>().row();
    Asked one{std::string(library.codes().name(row)), name_of(library, row), state_of(each, today),
              letter};
    const bool is_known = std::ranges::any_of(all, [&one](const Asked& other) {
      return other.mandate == one.mandate && other.state == one.state;
    });
    if (!is_known) all.push_back(std::move(one));
  }
}

view::Table table(const std::vector<Asked>& asked, const Answer& answer,
                  const reference::ReferenceData& library) {
  const auto& codes = library.codes();
  view::Table table{.columns = {{.key = "rank", .heading = "", .align = view::Align::right},
                                {.key = "mandate", .heading = "MANDATE", .whole = true},
                                {.key = "why", .heading = "WHY"},
                                {.key = "name", .heading = "NAME"}}};
  view::Group group;
  for (const Asked& each : asked) {
    std::string state = each.state;
    if (!each.letter.empty()) state += fmt::format(" ({})", each.letter);
    group.rows.push_back(
        {.cells = {{}, each.mandate, std::move(state), each.name}, .id = each.mandate});
  }
  int rank = 0;
  for (const auto& proposal : answer.proposals) {
    const std::string mandate(codes.name(proposal.mandate.row()));
    group.rows.push_back({.cells = {view::number(++rank), mandate, say(proposal, codes),
                                    name_of(library, proposal.mandate.row())},
                          .id = mandate});
  }
  table.groups.push_back(std::move(group));
  return table;
}

/// A country mandate is looked for first, so that there is none is worth saying.
std::vector<app::Note> country_mandates(const Answer& answer,
                                        const reference::ReferenceData& library,
                                        const value::Date& today) {
  std::vector<app::Note> notes;
  for (const auto state : answer.matter.states) {
    const auto found = mandate::country_mandates(library, state, today);
    if (!found.mandates.empty()) continue;
    notes.push_back({found.known == reference::Recorded::no
                         ? app::NoteCode::no_country_mandate
                         : app::NoteCode::country_mandate_unknown,
                     {name_of(library, state.row())}});
  }
  return notes;
}

base::Result<cli::Exit> propose(const std::string& id, cli::Session& session) {
  const app::Terms terms = session.terms();
  app::Basis basis(session.snapshot(),
                   {.audience = terms.audience, .use = model::Use::contact, .on = terms.today});
  release::Release& released = basis.released();
  const auto engagement = released.engagement(id);
  if (!engagement)
    return app::not_shown(session.snapshot(), released, id, model::RecordKind::engagement);
  if (!engagement.block<&model::Engagement::case_>() &&
      !engagement.block<&model::Engagement::communication>()) {
    const auto kind = engagement.get<&model::Engagement::kind>();
    if (kind == model::EngagementKind::case_ || kind == model::EngagementKind::communication)
      return base::Failure{base::Failing::data,
                           fmt::format("'{}' has no block '{}'", id, kind.str()),
                           fmt::format("add `{}:` with what is known of it", kind.str())};
    return base::Failure{base::Failing::usage, fmt::format("'{}' is no case and no letter", id),
                         "rapport list engagements kind:case,communication"};
  }
  const auto& library = session.library();
  const auto today = session.today();
  Answer answer{.matter = released.ask(questions::subject_matter, engagement.record(), today)};
  // A case that names no lead is still this office's.
  if (!answer.matter.lead) answer.matter.lead = released.office().mandate;
  answer.proposals =
      mandate::propose(library, answer.matter, released.ask(questions::past_letters, today));
  std::vector<Asked> all;
  add(all, asked(engagement), {}, library, today);
  const auto letters = released.ask(questions::letters_of_case, engagement.record());
  for (const auto& letter : released.engagements(letters))
    add(all, asked(letter), letter.id(), library, today);
  const app::Output output{.basis = std::move(basis),
                           .content = table(all, answer, library),
                           .notes = country_mandates(answer, library, today)};
  if (auto shown = cli::deliver(session, output); !shown) return shown.failure();
  return cli::Exit::fine;
}

constexpr cli::Example examples[] = {
    {"rapport cosign examplia-dam",
     "Who was asked to sign the letters of a case, and who could be"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Propose mandates to sign a letter, with reasons",
    .help =
        "Lists the mandates that were asked to sign the letters of a case, with their answers, and "
        "then those whose mandate the matter touches: by its themes, by the groups the alleged "
        "victims belong to, and by the State (country mandates first). The office's own past "
        "letters count too. Nothing is written: whom to ask is for the office to decide.",
    .examples = examples,
    .group = cli::CommandGroup::documents,
    .needs = cli::Needs::records,
    .answers = view::Shape::table,
    .bind = [](cli::Options& options) -> cli::Run {
      auto id = std::make_shared<std::string>();
      options.argument("CASE", *id, "The id of a case, or of a letter", cli::Offer::matter);
      return [id](cli::Session& session) { return propose(*id, session); };
    },
};

}  // namespace rapport::commands::cosign_command
