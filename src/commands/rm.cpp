// `rapport rm`: remove records that nothing refers to.
#include "app/remove.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "cli/write.hpp"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

namespace rapport::commands::rm_command {
namespace {

struct Args {
  std::vector<std::string> ids = {};
  cli::WriteOptions write = {};
};

base::Result<app::Output> remove(const Args& args, const cli::Session& session,
                                 const app::Snapshot& snapshot, const store::Lock* lock) {
  const auto removal = app::plan_removal(snapshot, args.ids);
  if (!removal) return removal.failure();
  if (!args.write.yes && !args.write.dry_run)
    for (const std::string& loss : removal->losses) session.note(loss);
  const auto question = fmt::format("Remove {}?", base::counted(removal->paths.size(), "record"));
  const auto agreed = cli::confirm(session, args.write, question, "`rapport rm`");
  if (!agreed) return agreed.failure();
  if (!*agreed)
    return base::Failure{base::Failing::data, "nothing was removed", "the answer was not y"};
  return app::remove(snapshot, lock, session.occasion(), *removal);
}

base::Result<cli::Exit> run(const Args& args, cli::Session& session) {
  return cli::write_records(session, args.write,
                            [&](const app::Snapshot& snapshot, const store::Lock* lock) {
                              return remove(args, session, snapshot, lock);
                            });
}

constexpr cli::Example examples[] = {
    {"rapport rm 2024-11-consultation-xxa --dry-run", "What would be removed, or who refers to it"},
    {"rapport rm 2024-11-consultation-xxa --yes", "Without being asked, as in a script"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Remove records that nothing refers to",
    .help =
        "A record that others refer to is not removed: the command lists these places, and its "
        "status is 1. Records that only refer to each other can be removed together. On a terminal "
        "the command says what is lost and asks first; elsewhere --yes is needed. Remarks of other "
        "partners that they are not the same as a removed one go too.\n\n"
        "Do not remove the record of somebody who refused or withdrew consent, or who must not be "
        "contacted: keeping the record is what keeps them from being contacted again. The history "
        "of git keeps what was removed; so do copies and the manifests in log/outputs.",
    .examples = examples,
    .group = cli::CommandGroup::start,
    .needs = cli::Needs::root,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.rest("ID", args->ids, "The records to remove", cli::Offer::record);
      options.require();
      cli::declare_dry_run(options, args->write);
      cli::declare_yes(options, args->write);
      options.refuse("--audience", "records are written by the office");
      return [args](cli::Session& session) { return run(*args, session); };
    },
};

}  // namespace rapport::commands::rm_command
