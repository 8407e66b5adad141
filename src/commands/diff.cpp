// `rapport diff`: what differs between two versions of the records.
#include "app/diff.hpp"

#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/may_leave.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "store/objects.hpp"

#include <memory>

namespace rapport::commands::diff_command {
namespace {

base::Result<cli::Exit> diff(const app::DiffRequest& args, cli::Session& session) {
  if (auto may = cli::history_is_for_office(session); !may) return may.failure();
  app::DiffRequest request = args;
  request.directory = session.globals().directory;
  request.occasion = session.occasion();
  request.index = store::index_of_caller();
  const auto output = app::diff(session.basis_without_records(), request);
  if (!output) return output.failure();
  if (auto shown = cli::deliver(session, *output); !shown) return shown.failure();
  return cli::Exit::fine;
}

constexpr cli::Example examples[] = {
    {"rapport diff", "What is not committed yet"},
    {"rapport diff HEAD~3 hrd-k7m2qx", "What changed in one record since"},
    {"rapport diff --staged", "What the next commit would change"},
    {"rapport diff 2026-06-01..2026-06-30 --field consent", "What June changed in consent"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Show what differs between two versions of the records",
    .help =
        "Compares records field by field, not line by line: `consent a3 withdrawn 2026-06-11: "
        "everything`, `status planned → held`, `- theme land-rights`.\n\n"
        "Without REV, the last commit with the files on disk; with one, that commit with the files "
        "on disk. `A..B` or `A B` compares two commits, `A...B` what B changed since it separated "
        "from A. With --staged, what is staged takes the place of the files on disk. A REV is what "
        "git takes for a commit, or a date: the last commit up to the end of that day.\n\n"
        "A record that was moved or got another id is compared with what it was. The history is "
        "for the office only.",
    .examples = examples,
    .group = cli::CommandGroup::ask,
    .needs = cli::Needs::root,
    .answers = view::Shape::table,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<app::DiffRequest>();
      options.rest("REV|ID", args->revisions,
                   "The commits or dates to compare; the records, without any all",
                   cli::Offer::compared);
      options.flag("--staged", args->staged, "Compare with what is staged");
      options.value("--field", "FIELD", args->field, "Only differences of this field",
                    cli::Offer::history);
      options.refuse("--at", "name the commits: A..B");
      return [args](cli::Session& session) { return diff(*args, session); };
    },
};

}  // namespace rapport::commands::diff_command
