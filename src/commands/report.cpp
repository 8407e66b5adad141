// `rapport report`: what the whole repository says of one question.
#include "report/engine/report.hpp"

#include "cli/command.hpp"
#include "cli/document.hpp"
#include "cli/options.hpp"

#include <memory>
#include <set>
#include <string_view>
#include <vector>

namespace rapport::commands::report_command {
namespace {

/// Those that are about all records; the others have a command of their own.
std::vector<base::Registered<report::ReportSpec>> reports() {
  std::vector<base::Registered<report::ReportSpec>> reports;
  for (const auto& each : report::all_reports())
    if (each->about == report::About::repository && !each->has_command) reports.push_back(each);
  return reports;
}

std::vector<std::string_view> names() {
  std::vector<std::string_view> names;
  for (const auto& each : reports()) names.push_back(each.name);
  return names;
}

/// Of all of them; which of these the named one has is checked when it is handed out.
std::vector<std::string_view> counts() {
  std::set<std::string_view> counts;
  for (const auto& each : reports()) counts.insert(each->fail_on.begin(), each->fail_on.end());
  return {counts.begin(), counts.end()};
}

constexpr cli::Example examples[] = {
    {"rapport report deadlines", "What is due, the earliest first"},
    {"rapport report deadlines --until 2026-06 --protected -o deadlines.html",
     "What is due until the end of June, as a page"},
    {"rapport report deadlines --fail-on overdue --quiet > /dev/null || echo 'overdue'",
     "In CI: the status is 1 if anything is overdue"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Report on all records: what is due, and when",
    .help =
        "`report deadlines` lists what is due, the earliest first: replies to letters, answers of "
        "mandates that were asked to sign, the day a letter becomes public, consent that ends, "
        "check-ins with partners at risk, and commitments of the office and to it. DAYS is "
        "negative for what is overdue.\n\n"
        "The time limits are those of rapport.yaml. In a closed case, replies, answers and "
        "promises of others are no longer due; what the office promised and the publication of "
        "letters stay due. Publication and the end of consent are never overdue: they are not "
        "listed after their day. A date that is not recorded to the day is overdue only when all "
        "of it has passed.\n\n"
        "For an audience, what it may not read is left out; the number of records left out, and "
        "the reasons, are reported on standard error. With --until, only what may be due up to "
        "that day is listed.\n\n"
        "With --fail-on overdue the status is 1 if anything listed is overdue.",
    .examples = examples,
    .group = cli::CommandGroup::documents,
    .needs = cli::Needs::root,
    .answers = view::Shape::table,
    .shows_past = true,
    .bind = [](cli::Options& options) -> cli::Run {
      auto into = std::make_shared<cli::DocumentOptions>();
      options.argument("NAME", into->report, "The report");
      options.only(names());
      cli::declare_document(options, *reports().front().spec, *into);  // all take the same
      options.value("--fail-on", "COUNT", into->fail_on, "Exit with 1 if there are any");
      options.only(counts());
      return [into](cli::Session& session) { return cli::hand_out(session, *into); };
    },
};

}  // namespace rapport::commands::report_command
