// `rapport reference`: look up States, mandates, mechanisms and the other rows that are shipped,
// with the office's own.
#include "base/unicode.hpp"
#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "commands/cards/reference_card.hpp"
#include "reference/names.hpp"
#include "reference/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

namespace rapport::commands::reference_command {
namespace {

using base::Failing;
using base::Failure;
using reference::ReferenceData;
using value::CodeSet;

struct Args {
  std::string kind;
  std::vector<std::string> words;
};

constexpr std::array<std::string_view, 9> kinds = {"state",    "territory", "organisation",
                                                   "mandate",  "theme",     "mechanism",
                                                   "presence", "agency",    "instrument"};

view::Table table(const ReferenceData& library, std::span<const value::RowId> rows) {
  view::Table table{.columns = {{.key = "code", .heading = "CODE", .whole = true},
                                {.key = "name", .heading = "NAME", .wraps = true}}};
  view::Group group;
  for (const auto row : rows) {
    const std::string code(library.codes().name(row));
    group.rows.push_back(
        {.cells = {code, reference::name(library, row, reference::Language::en).text.str()},
         .id = code});
  }
  table.groups.push_back(std::move(group));
  return table;
}

view::Card card(const ReferenceData& library, value::RowId row, const value::Date& on) {
  return row.set == CodeSet::state ? state_card(library, value::StateCode(row.index, 0), on)
                                   : row_card(library, row, on);
}

std::vector<value::RowId> all(const ReferenceData& library, CodeSet set) {
  std::vector<value::RowId> rows;
  const std::size_t count = library.codes().all(set).size();
  for (std::size_t i = 1; i <= count; ++i) rows.push_back({set, static_cast<std::uint16_t>(i)});
  return rows;
}

/// The same code or name as a row of another kind: a territory that was taken for a State.
std::string elsewhere(const ReferenceData& library, CodeSet set, const std::string& typed) {
  for (const auto kind : kinds) {
    const CodeSet other = value::code_set(kind);
    if (other == set) continue;
    if (const auto found = reference::find_exact(library, other, typed); found.size() == 1)
      return fmt::format("rapport reference {} {}", kind, library.codes().name(found.front()));
  }
  return {};
}

Failure nothing(const Args& args, const std::string& typed, const ReferenceData& library,
                CodeSet set) {
  const std::string what = fmt::format("no {} '{}'", args.kind, base::printable(typed));
  // A code may be one of a treaty, too: where a State was asked for, the State comes first.
  const auto meant = reference::readings(library, set, typed);
  if (set == CodeSet::state && !meant.empty())
    return {Failing::usage, what,
            meant.front().set == set ? reference::did_you_mean(library, set, typed)
                                     : fmt::format("rapport reference territory {}",
                                                   library.codes().name(meant.front()))};
  if (const auto other = elsewhere(library, set, typed); !other.empty())
    return {Failing::usage, what, other};
  const auto hint = reference::did_you_mean(library, set, typed);
  return {Failing::usage, what,
          hint.empty() ? fmt::format("`rapport reference {}` lists them", args.kind) : hint};
}

/// Two or three letters are a code, and neither a word of a name nor its beginning.
bool is_like_state_code(CodeSet set, const std::string& typed) {
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  return set == CodeSet::state && typed.size() <= 3 && std::ranges::all_of(typed, is_letter);
}

std::vector<value::RowId> rows_for(const ReferenceData& library, CodeSet set,
                                   const std::string& typed) {
  if (typed.empty()) return all(library, set);
  if (is_like_state_code(set, typed)) return reference::find_exact(library, set, typed);
  auto rows = reference::find(library, set, typed);
  if (rows.empty() && elsewhere(library, set, typed).empty())
    rows = reference::find_part(library, set, typed);
  return rows;
}

base::Result<cli::Exit> look_up(const Args& args, cli::Session& session) {
  // The office's rows count where there is an office; without one the shipped ones answer.
  static_cast<void>(session.open(cli::Needs::root));
  const ReferenceData& library = session.library();
  if (auto readable = session.reference()->own_rows_are_readable(); !readable)
    return readable.failure();
  const CodeSet set = value::code_set(args.kind);
  std::string typed;
  for (const auto& word : args.words) typed += (typed.empty() ? "" : " ") + word;
  const auto rows = rows_for(library, set, typed);
  view::Cards cards;
  if (rows.size() == 1 && !typed.empty())
    cards.cards.push_back(card(library, rows.front(), session.today()));
  else if (rows.empty() && set == CodeSet::presence)
    if (auto mission = mission_card(library, typed)) cards.cards.push_back(std::move(*mission));
  if (rows.empty() && cards.cards.empty() && !typed.empty())
    return nothing(args, typed, library, set);
  const auto own = [&library](value::RowId row) { return is_own(library, row); };
  const bool is_own_row = std::ranges::any_of(rows, own) ||
                          (set == CodeSet::presence && is_own_mission(library, typed));
  const app::Output output{
      .basis = session.basis_without_records(),
      .content = cards.cards.empty() ? app::Content(table(library, rows)) : std::move(cards),
      .is_open = !is_own_row};
  if (auto shown = cli::deliver(session, output); !shown) return shown.failure();
  return cli::Exit::fine;
}

constexpr cli::Example examples[] = {
    {"rapport reference state HND", "A State: groups, presence, mechanisms, mandates, treaties"},
    {"rapport reference state honduras --today 2019-06-01", "The same, as on that day"},
    {"rapport reference mandate", "All mandates"},
    {"rapport reference theme land", "The themes with this word in their name"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Look up a State, mandate, theme, mechanism, presence or instrument",
    .help =
        "Shows rows of the reference data: those that come with rapport, and those the office adds "
        "or replaces in its reference/ folder. Without a word it lists all rows of a kind; with a "
        "code or a name in English, French or Spanish it shows the row.\n\n"
        "Everything is as it was on the day of --today: names, titles, resolutions, holders and "
        "memberships too. If a change is recorded only to the month or year, whatever depends on "
        "it on a day in that month or year is marked `perhaps`. What is not recorded is shown as "
        "not recorded, never as none; what was not verified is marked.\n\n"
        "Output that contains a row of the office's own goes into a file only with --protected.",
    .examples = examples,
    .group = cli::CommandGroup::ask,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.argument("KIND", args->kind, "What to look up");
      options.only(kinds);
      options.rest("TEXT", args->words, "A code, or words of a name", cli::Offer::code);
      return [args](cli::Session& session) { return look_up(*args, session); };
    },
};

}  // namespace rapport::commands::reference_command
