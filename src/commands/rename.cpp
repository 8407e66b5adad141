// `rapport rename`: another id for a record, with every reference to it.
#include "app/rename.hpp"

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/random.hpp"
#include "cli/session.hpp"
#include "cli/write.hpp"

#include <memory>
#include <string>

namespace rapport::commands::rename_command {
namespace {

using base::Failing;
using base::Failure;

struct Args {
  std::string id;
  std::string new_id;
  bool is_opaque = false;
  bool is_moved = false;
  cli::WriteOptions write = {};
};

base::Result<cli::Exit> rename(const Args& args, cli::Session& session) {
  if (args.new_id.empty() && !args.is_opaque && !args.is_moved)
    return Failure{Failing::usage, "what is the new id?",
                   "give it behind the old one; or --opaque, or --move"};
  if (!args.new_id.empty() && args.is_opaque)
    return Failure{Failing::usage, "--opaque draws an id, and one is given too",
                   "leave one of them out"};
  return cli::write_records(session, args.write,
                            [&](const app::Snapshot& snapshot, const store::Lock* lock) {
                              return app::rename(snapshot, lock,
                                                 {.occasion = session.occasion(),
                                                  .id = args.id,
                                                  .new_id = args.new_id,
                                                  .is_opaque = args.is_opaque,
                                                  .is_moved = args.is_moved,
                                                  .draw = cli::opaque_id});
                            });
}

constexpr cli::Example examples[] = {
    {"rapport rename rio-ejemplo-committee rio-ejemplo-council --dry-run",
     "Every place that would change, and the lines that differ"},
    {"rapport rename rio-ejemplo-committee --opaque", "An id that reveals nothing"},
    {"rapport rename 2026-05-visit-xxa --move", "Into the folder of the year it began"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Give a record another id, with every reference to it",
    .help =
        "Renames the file of the record, and writes the new id wherever records refer to it, also "
        "as <id> in texts: all of it, or nothing. Comments and every other byte stay. Where the "
        "old id is only a word, in a comment or a note, the place is listed and not changed. "
        "Manifests in log/outputs and the history of git keep the old id: they say what was.\n\n"
        "The new id must be free, whatever its case and folder, and must not reveal a protected "
        "name. With --opaque it is drawn at random. If the file was renamed by hand before, the "
        "command changes the references that still have the old id. Keys of items of a list are "
        "no ids: edit them in the record.\n\n"
        "With --move the file goes to the folder that the kind of the record and its dates give.",
    .examples = examples,
    .group = cli::CommandGroup::start,
    .needs = cli::Needs::root,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.argument("OLD", args->id, "The id of the record", cli::Offer::record);
      options.optional_argument("NEW", args->new_id, "Its new id");
      options.flag("--opaque", args->is_opaque, "Draw an id that reveals nothing");
      options.flag("--move", args->is_moved, "Move the file to the folder it belongs in");
      cli::declare_dry_run(options, args->write);
      options.refuse("--audience", "records are written by the office");
      return [args](cli::Session& session) { return rename(*args, session); };
    },
};

}  // namespace rapport::commands::rename_command
