// `rapport validate`: what is wrong with the records.
#include "app/validate.hpp"

#include "app/validate_staged.hpp"
#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/findings.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/session.hpp"
#include "cli/watch.hpp"
#include "rules/engine/run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>

namespace rapport::commands::validate_command {
namespace {

struct Args {
  app::ValidateRequest request;
  std::string explain;
  std::string fail_on = "error";
  bool watch = false;
  bool staged = false;
};

value::Severity severity(const std::string& word) {
  if (word == "note") return value::Severity::note;
  return word == "warning" ? value::Severity::warning : value::Severity::error;
}

base::Result<cli::Exit> explain(const std::string& rule, cli::Session& session) {
  auto card = app::explain_rule(rule);
  if (!card) return card.failure();
  if (auto shown = cli::deliver(session, cli::ProgramText{std::move(*card)}); !shown)
    return shown.failure();
  return cli::Exit::fine;
}

base::Done check_staged(const Args& args, const cli::Session& session) {
  if (!args.staged) return base::done();
  if (!args.request.about.empty())
    return base::Failure{base::Failing::usage, "--staged checks all that is staged",
                         "leave out --staged, or the files and ids"};
  if (session.past() != nullptr)
    return base::Failure{base::Failing::usage, "--staged is of now, and --at of then",
                         "leave out one of them"};
  return base::done();
}

base::Result<app::Output> validate(const app::ValidateRequest& request, const Args& args,
                                   cli::Session& session) {
  if (args.staged) return app::validate_staged(session.root(), request);
  return app::validate(session.reference(), request);
}

base::Result<cli::Exit> check(const Args& args, cli::Session& session) {
  const auto start = std::chrono::steady_clock::now();
  app::ValidateRequest request = args.request;
  request.occasion = session.occasion();
  request.directory = session.globals().directory;
  request.excerpts = request.excerpts || session.terminal().out_is_terminal;
  if (session.past() != nullptr) request.texts = session.past()->texts;
  auto progress = session.progress("checking the records ...");
  std::optional<base::Result<app::Output>> read;
  session.read_unchanged([&] { read.emplace(validate(request, args, session)); });
  progress.reset();
  auto& output = *read;
  if (!output) return output.failure();
  const auto& findings = std::get<view::Findings>(output->content).findings;
  const bool fails = std::ranges::any_of(
      findings, [&](const auto& finding) { return finding.severity >= severity(args.fail_on); });
  if (auto shown = cli::deliver_findings(session, *output, args.request.excerpts); !shown)
    return shown.failure();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  session.detail(fmt::format("checked in {:.2f} s", took.count()));
  return fails ? cli::Exit::findings : cli::Exit::fine;
}

base::Result<cli::Exit> run(const Args& args, cli::Session& session) {
  if (!args.explain.empty()) return explain(args.explain, session);
  if (auto checked = check_staged(args, session); !checked) return checked.failure();
  if (!args.watch) return check(args, session);
  // A name that is wrong now stays wrong.
  if (auto chosen = rules::select(args.request.only, args.request.skip); !chosen)
    return chosen.failure();
  return cli::watch(session, [&args](cli::Session& own) { return check(args, own); });
}

constexpr std::string_view severities[] = {"error", "warning", "note"};

constexpr cli::Example examples[] = {
    {"rapport validate", "Everything"},
    {"rapport validate examplia-dam --excerpts", "The findings about one record, with its lines"},
    {"rapport validate --only keep-apart,consent-not-valid", "Two rules"},
    {"rapport validate --staged", "What the next commit would change"},
    {"rapport validate --format sarif -o findings.sarif", "For GitHub, GitLab and the like"},
    {"rapport validate --explain keep-apart", "What a rule is for"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Report what is wrong with the records",
    .help =
        "Reads all records and checks them by every rule: syntax, values, references, dates, and "
        "what the mandate owes those it works with. Each finding has its place, a sentence, "
        "related places, and a remedy.\n\n"
        "Given files, folders or ids, reports only findings about those; references are still "
        "checked. Excerpts are text of records: they are shown on a terminal, or with "
        "--excerpts.\n\n"
        "Files, and the formats meant for uploading, contain no value that reveals something about "
        "people: instead of a sentence that quotes such a value, the rule is named. --protected "
        "allows these values; --excerpts into a file needs it.\n\n"
        "With --watch the records are checked again whenever a file below the root changes, until "
        "q or Ctrl-C, which is no failure. A terminal is cleared before each run.\n\n"
        "With --staged the records are checked as they would be committed, whatever the files on "
        "disk contain. All findings in the files that the commit changes are reported; in the "
        "others, only those that the commit would cause. `rapport hooks install` has git do so "
        "before each commit.\n\n"
        "Exits with status 1 if any finding is at or above the --fail-on severity. "
        "rapport-rules(7) lists the rules.",
    .examples = examples,
    .group = cli::CommandGroup::check,
    .needs = cli::Needs::root,
    .answers = view::Shape::findings,
    .shows_past = true,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.rest("FILE|FOLDER|ID", args->request.about, "Report about these only",
                   cli::Offer::record);
      options.list("--only", "RULE", args->request.only, "Check by these rules only",
                   cli::Offer::rule);
      options.list("--skip", "RULE", args->request.skip, "Check by all rules but these",
                   cli::Offer::rule);
      options.value("--fail-on", "SEVERITY", args->fail_on,
                    "The lowest severity that exits with status 1");
      options.only(severities);
      options.flag("--watch", args->watch, "Check again whenever a file changes, until q");
      options.flag("--excerpts", args->request.excerpts, "Show the lines, also in a file");
      options.flag("--staged", args->staged,
                   "Check what the next commit would contain, and report what it would add");
      options.value("--explain", "RULE", args->explain, "Explain a rule, and check nothing",
                    cli::Offer::rule);
      options.decides_format();
      options.refuse("--audience", "the findings are for the office only");
      return [args](cli::Session& session) { return run(*args, session); };
    },
};

}  // namespace rapport::commands::validate_command
