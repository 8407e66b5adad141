// `rapport set`: change fields of records.
#include "app/set.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "cli/write.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace rapport::commands::set_command {
namespace {

using app::Assignment;
using base::Failing;
using base::Failure;
using model::RecordKind;

struct Args {
  std::vector<std::string> words;
  std::string where;
  std::vector<std::string> unset;
  cli::WriteOptions write;
};

/// "-" stands for what comes on standard input, which can be read once.
base::Done read_values(std::vector<Assignment>& assignments) {
  bool is_read = false;
  for (Assignment& assignment : assignments) {
    if (assignment.value != "-") continue;
    if (is_read)
      return Failure{Failing::usage, "standard input is the value of one field only",
                     "run the command once for each field"};
    auto text = cli::read_input();
    if (!text) return text.failure();
    if (text->empty())
      return Failure{
          Failing::usage,
          fmt::format("nothing came on standard input for '{}'", base::printable(assignment.path)),
          fmt::format("{}=  removes the field", base::printable(assignment.path))};
    assignment.value = std::move(*text);
    is_read = true;
  }
  return base::done();
}

base::Done read_kind(app::SetRequest& request) {
  if (request.ids.empty()) return base::done();
  if (request.ids.size() == 1 && request.ids.front() == "partners")
    request.kind = RecordKind::partner;
  else if (request.ids.size() == 1 && request.ids.front() == "engagements")
    request.kind = RecordKind::engagement;
  else
    return Failure{Failing::usage, "--where says which records, and so does an id",
                   "leave out one of them; in front of --where may be partners or engagements"};
  request.ids.clear();
  return base::done();
}

base::Result<app::SetRequest> request_of(const Args& args) {
  app::SetRequest request;
  for (const std::string& word : args.words) {
    if (!app::is_assignment(word)) {
      request.ids.push_back(word);
      continue;
    }
    auto assignment = app::parse_assignment(word);
    if (!assignment) return assignment.failure();
    request.assignments.push_back(std::move(*assignment));
  }
  for (const std::string& path : args.unset)
    request.assignments.push_back({.kind = Assignment::Kind::clear, .path = path});
  if (!args.where.empty()) {
    if (auto read = read_kind(request); !read) return read.failure();
    request.query = args.where;
  } else if (request.ids.empty()) {
    return Failure{Failing::usage, "which record?",
                   "rapport set ID FIELD=VALUE, or --where QUERY for all that a query finds"};
  }
  if (request.assignments.empty())
    return Failure{Failing::usage, "what is to be set?",
                   "FIELD=VALUE, such as country=HND, themes+=land-rights or notes=\"two words\""};
  if (auto read = read_values(request.assignments); !read) return read.failure();
  return request;
}

/// Shows what a query found, and asks. Nothing is locked meanwhile: what somebody else changes then
/// is refused when it is written.
base::Result<bool> ask(const Args& args, const app::SetRequest& request, cli::Session& session) {
  if (args.where.empty() || args.write.yes || args.write.dry_run) return true;
  if (auto opened = session.open(cli::Needs::records); !opened) return opened.failure();
  const auto plan = app::plan_set(session.snapshot(), request);
  if (!plan) return plan.failure();
  if (plan->changed == 0) return true;
  const std::string records = base::counted(plan->changed, "record");
  if (session.terminal().err_is_terminal)
    for (const std::string& line : plan->lines) session.note(line);
  return cli::confirm(
      session, args.write, fmt::format("Change {} of {} found?", records, plan->found),
      fmt::format("set --where, which would change {} of the {} found,", records, plan->found));
}

base::Result<cli::Exit> set(const Args& args, cli::Session& session) {
  auto request = request_of(args);
  if (!request) return request.failure();
  if (auto opened = session.open(cli::Needs::nothing); !opened) return opened.failure();
  request->occasion = session.occasion();
  const auto agreed = ask(args, *request, session);
  if (!agreed) return agreed.failure();
  if (!*agreed) {
    session.note("nothing was written");
    return cli::Exit::fine;
  }
  return cli::write_records(session, args.write,
                            [&](const app::Snapshot& snapshot, const store::Lock* lock) {
                              return app::set(snapshot, lock, *request);
                            });
}

constexpr cli::Example examples[] = {
    {"rapport set hrd-k7m2qx risk.level=high risk.assessed=2026-06-11",
     "Two fields of a block, in one change"},
    {"rapport set rio-ejemplo-committee themes+=housing themes-=environment",
     "Add to a list, and take from it"},
    {"rapport set 2026-05-visit-xxa visit.programme.s1.status=held",
     "A field of one item, by the item's key"},
    {"rapport set rio-ejemplo-committee 'contacts+={channel: email, value: dam@example.org}'",
     "A new item; its key is chosen"},
    {"rapport set partners --where 'country:XXA' tags+=dam --dry-run",
     "What would change in all records that a query finds"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Change fields of records",
    .help =
        "FIELD=VALUE replaces a value, FIELD+=VALUE adds to a list, FIELD-=VALUE takes from it, "
        "and FIELD= (or --unset FIELD) removes the field. The value of a list has commas or "
        "brackets: themes=land-rights,environment. In a list of texts, a comma with a space behind "
        "it belongs to the text. FIELD=- reads the value from standard input.\n\n"
        "A dot leads to a field of a block: risk.level. An item of a list is named by its key, by "
        "the record it is about, or by its number: contacts.k1.use, "
        "partners.rio-verde-network.role, visit.steps[2].on. A new item is written in braces, as "
        "in YAML; a missing key is chosen. Where an item is about a record, the id is enough: "
        "partners+=rio-verde-network.\n\n"
        "All changes are made together or not at all: a change that would add an error is refused. "
        "Comments, order and all other text stay as they are. With --where, all records that the "
        "query finds are changed; their number and the changes are shown first, and without --yes "
        "the command asks. Records that the query may find, because a date is not precise, are "
        "left out and counted.\n\n"
        "Acts of consent are only ever added, with `rapport consent`. A draft letter that took a "
        "field from its case no longer follows the case in that field.",
    .examples = examples,
    .group = cli::CommandGroup::start,
    .needs = cli::Needs::root,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.rest(
          "ID|FIELD=VALUE", args->words,
          "The records, and what to change in them; partners or engagements before --where",
          cli::Offer::set_word);
      options.value("--where", "QUERY", args->where, "Change all records that this query finds",
                    cli::Offer::query);
      options.list("--unset", "FIELD", args->unset, "Remove this field", cli::Offer::set_path);
      cli::declare_dry_run(options, args->write);
      cli::declare_yes(options, args->write);
      options.refuse("--audience", "records are changed by the office only");
      return [args](cli::Session& session) { return set(*args, session); };
    },
};

}  // namespace rapport::commands::set_command
