// `rapport duplicates`: partners that may be one and the same.
#include "app/duplicates.hpp"

#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "cli/write.hpp"

#include <memory>
#include <string>
#include <vector>

namespace rapport::commands::duplicates_command {
namespace {

using base::Failing;
using base::Failure;

struct Args {
  std::vector<std::string> partners = {};
  unsigned least = app::DuplicatesRequest::usual_least;
  bool is_not_same = false;
  std::string by = {};
  cli::WriteOptions write = {};
};

base::Result<cli::Exit> mark(const Args& args, cli::Session& session) {
  if (args.partners.size() != 2)
    return Failure{Failing::usage, "--not-same is about two partners",
                   "rapport duplicates --not-same ONE OTHER --by KEY"};
  return cli::write_records(session, args.write,
                            [&](const app::Snapshot& snapshot, const store::Lock* lock) {
                              return app::mark_not_same(snapshot, lock,
                                                        {.occasion = session.occasion(),
                                                         .one = args.partners[0],
                                                         .other = args.partners[1],
                                                         .by = args.by});
                            });
}

base::Result<cli::Exit> find(const Args& args, cli::Session& session) {
  if (args.is_not_same) return mark(args, session);
  if (!args.by.empty() || args.write.dry_run)
    return Failure{Failing::usage, "--by and --dry-run go with --not-same", "add --not-same"};
  if (auto opened = session.open(cli::Needs::records); !opened) return opened.failure();
  const auto output =
      app::duplicates(session.snapshot(),
                      {.occasion = session.occasion(), .least = args.least, .of = args.partners});
  if (!output) return output.failure();
  if (auto shown = cli::deliver(session, *output); !shown) return shown.failure();
  return cli::Exit::fine;
}

constexpr cli::Example examples[] = {
    {"rapport duplicates", "All pairs that are likely enough, with the reasons"},
    {"rapport duplicates --min 70", "Only the likeliest"},
    {"rapport duplicates rio-ejemplo-committee --min 20", "Who may be the same as this partner"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "List partners that may be one and the same",
    .help =
        "Compares names and aliases (without accents, in any order, with initials, in other "
        "spellings, with one letter more, less or other), telephone numbers, mail and web "
        "addresses, country, affiliations and the row of the reference data, and gives each pair "
        "points of 100 with the reasons. People are compared with people, and bodies with bodies. "
        "`rapport merge` makes one record of two.\n\n"
        "With --not-same two partners are recorded as two, with the day and who found it out, in "
        "the field not_same of the one whose id comes first; that pair is not listed again.\n\n"
        "Who may be the same as whom links people, so it is for the office only.",
    .examples = examples,
    .group = cli::CommandGroup::ask,
    .needs = cli::Needs::root,
    .answers = view::Shape::table,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.rest("PARTNER", args->partners, "Only pairs with one of these partners",
                   cli::Offer::partner);
      options.number("--min", "SCORE", args->least, "The least points of a pair; usually 50", 100);
      options.flag("--not-same", args->is_not_same,
                   "Record that the two partners given are not the same");
      options.value("--by", "KEY", args->by,
                    "Who found it out: the key of a member of staff, or holder", cli::Offer::staff);
      cli::declare_dry_run(options, args->write);
      return [args](cli::Session& session) { return find(*args, session); };
    },
};

}  // namespace rapport::commands::duplicates_command
