// `rapport log`: who changed which field when.
#include "app/log.hpp"

#include "base/unicode.hpp"
#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/may_leave.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"

#include <fmt/format.h>

#include <memory>

namespace rapport::commands::log_command {
namespace {

struct Args {
  app::LogRequest request;
  std::string since;
  std::string until;
};

base::Result<value::Date> date(std::string_view option, const std::string& typed) {
  if (typed.empty()) return value::Date{};
  const auto parsed = value::Date::parse(typed);
  if (parsed && !parsed->is_unknown()) return *parsed;
  return base::Failure{
      base::Failing::usage,
      fmt::format("{} takes a date, and '{}' is not one", option, base::printable(typed)),
      "write it as 2026-06-30, 2026-06 or 2026"};
}

base::Result<cli::Exit> log(const Args& args, cli::Session& session) {
  if (auto may = cli::history_is_for_office(session); !may) return may.failure();
  app::LogRequest request = args.request;
  const auto since = date("--since", args.since);
  if (!since) return since.failure();
  const auto until = date("--until", args.until);
  if (!until) return until.failure();
  request.directory = session.globals().directory;
  request.since = *since;
  request.until = *until;
  if (!session.globals().at.empty()) request.from = session.globals().at;
  const auto output = app::log(session.basis_without_records(), request);
  if (!output) return output.failure();
  if (auto shown = cli::deliver(session, *output); !shown) return shown.failure();
  return cli::Exit::fine;
}

constexpr cli::Example examples[] = {
    {"rapport log", "All changes, the latest first"},
    {"rapport log hrd-k7m2qx --field consent", "What one person agreed to, and who recorded it"},
    {"rapport log --since 2026-06 --format json", "Since June, for another program"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Show who changed which field of a record, and when",
    .help =
        "Reads the commits of git and shows what changed in words, field by field, the latest "
        "change first: `status planned → held`, `+ contact c2`, `consent a3 withdrawn: "
        "everything`. The day and the name are those of the author of the commit.\n\n"
        "A record that was moved to another folder or got another id is followed. Of a merge, only "
        "what is as in none of the merged versions is its own change. A field is named as in "
        "`consent`, `contacts.c1.value` or, for the field of all items, `contacts.value`.\n\n"
        "With --at, the history up to that commit or day. The history is for the office only.",
    .examples = examples,
    .group = cli::CommandGroup::ask,
    .needs = cli::Needs::root,
    .answers = view::Shape::table,
    .shows_past = true,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.rest("ID|FILE", args->request.records, "Of these records only; without one, of all",
                   cli::Offer::record);
      options.value("--field", "FIELD", args->request.field, "Only changes of this field",
                    cli::Offer::history);
      options.value("--since", "DATE", args->since, "Only changes of that day or later");
      options.value("--until", "DATE", args->until, "Only changes of that day or earlier");
      options.number("-n,--commits", "N", args->request.most_commits,
                     "Only the last N commits that changed something shown");
      return [args](cli::Session& session) { return log(*args, session); };
    },
};

}  // namespace rapport::commands::log_command
