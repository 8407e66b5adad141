// `rapport today`: what the office should know on a Monday morning, on one page.
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/document.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "report/engine/report.hpp"
#include "store/git.hpp"

#include <memory>
#include <string>

namespace rapport::commands::today_command {
namespace {

struct Args {
  cli::DocumentOptions document;
  bool mine = false;
};

/// Nothing but which lines its reader sees depends on that name, so a setting of the repository may
/// give it.
base::Result<std::string> name_in_git(const std::string& root) {
  const auto asked = store::git(root, {"config", "--get", "user.name"});
  if (!asked) return asked.failure();
  std::string name(base::trim(asked->out));
  if (asked->status != 0 || name.empty())
    return base::Failure{base::Failing::usage, "git does not know your name here",
                         "give your key in rapport.yaml: rapport today KEY"};
  return name;
}

base::Result<cli::Exit> show(const Args& args, cli::Session& session) {
  cli::DocumentOptions document = args.document;
  if (args.mine && document.staff.empty()) {
    auto name = name_in_git(session.root());
    if (!name) return name.failure();
    document.staff = std::move(*name);
  }
  return cli::hand_out(session, document);
}

constexpr cli::Example examples[] = {
    {"rapport today", "What the office should know this morning"},
    {"rapport today sample", "The same, of what a member of staff had a part in"},
    {"rapport today --protected -o monday.html", "As a page to print"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Show what is overdue, what this week brings, and what ends soon",
    .help =
        "One page for the office, in this order:\n\n"
        "Overdue: replies, signatures, commitments and reviews of goals whose day has passed.\n\n"
        "Within 7 days: the same where the day is near, meetings that are planned, the programme "
        "of a visit (one line a day), and steps of a visit.\n\n"
        "People at risk: check-ins that are overdue or due within 7 days, and steps of a case "
        "that are dated ahead, such as a hearing.\n\n"
        "Waiting for others: replies, signatures and commitments of others that are due later.\n\n"
        "Becoming public within 14 days: letters, with the people they name and how; statements "
        "under embargo.\n\n"
        "Consent ending within 30 days, and needs that have been open for more than 180 days.\n\n"
        "Sections with nothing in them are left out. Each line ends with the id of its record, "
        "for `rapport show`. DAYS is negative for what is overdue. A date that is not known to the "
        "day is listed as soon as the day may have come, and is overdue when all of it has "
        "passed.\n\n"
        "With STAFF, or --mine for the name that git has of you (user.name), only records in "
        "which that person had a part are listed: in the delegation or in a step, what is part of "
        "such a case, and the partners in such records. How many lines were left out is printed "
        "on standard error.\n\n"
        "With --fail-on overdue the status is 1 if anything listed is overdue.",
    .examples = examples,
    .group = cli::CommandGroup::ask,
    .needs = cli::Needs::root,
    .answers = view::Shape::table,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      const auto& report = report::spec_of("today");
      args->document.report = "today";
      cli::declare_document(options, report, args->document);
      options.flag("--mine", args->mine, "The same for the name that git has of you");
      options.value("--fail-on", "COUNT", args->document.fail_on, "Exit with 1 if there are any");
      options.only(report.fail_on);
      return [args](cli::Session& session) { return show(*args, session); };
    },
};

}  // namespace rapport::commands::today_command
