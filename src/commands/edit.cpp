// `rapport edit`: records in the user's editor, checked before they are saved.
#include "cli/command.hpp"
#include "cli/edit_records.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"

#include <memory>

namespace rapport::commands::edit_command {
namespace {

constexpr cli::Example examples[] = {
    {"rapport edit hrd-k7m2qx", "One record in your editor"},
    {"rapport edit hrd-k7m2qx rio-ejemplo-committee", "Two that change together"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Edit records in your editor",
    .help =
        "Opens $VISUAL or $EDITOR on a copy that only you can read, in .rapport/drafts/, which git "
        "ignores. When the editor ends, the records are checked. If the change would add an error, "
        "nothing is saved: on a terminal you can edit again, keep the draft for later, or throw it "
        "away; else the draft is kept and the status is 1. The next `rapport edit` of the same "
        "record goes on with its draft.\n\n"
        "If somebody else changed the record meanwhile, nothing is saved, the draft is kept and "
        "the status is 3. If the editor fails, nothing is saved. A record that moves to another "
        "folder, because its kind or its year changed, is moved. A record that cannot be read can "
        "be edited too.\n\n"
        "Acts of consent are only ever added: an edit that changes, removes or moves one is not "
        "saved. `rapport consent` adds one.",
    .examples = examples,
    .group = cli::CommandGroup::start,
    .needs = cli::Needs::root,
    .bind = [](cli::Options& options) -> cli::Run {
      struct Args {
        std::string id;
        cli::EditRequest request;
      };
      auto args = std::make_shared<Args>();
      options.argument("ID", args->id, "The record", cli::Offer::record);
      options.rest("MORE", args->request.ids, "Other records, saved with it or not at all",
                   cli::Offer::record);
      options.flag("--drop", args->request.drops_draft,
                   "Throw away what was kept of an earlier edit, and begin anew; without an editor, "
                   "only throw it away");
      options.flag("--dry-run", args->request.dry_run, "Show what would change, and write nothing");
      options.refuse("--audience", "records are changed by the office only");
      return [args](cli::Session& session) -> base::Result<cli::Exit> {
        if (auto opened = session.open(cli::Needs::root); !opened) return opened.failure();
        args->request.ids.insert(args->request.ids.begin(), args->id);
        return cli::edit_records(session, args->request);
      };
    },
};

}  // namespace rapport::commands::edit_command
