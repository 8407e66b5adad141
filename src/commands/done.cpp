// `rapport done`: close a commitment, or record how a need was answered.
#include "app/done.hpp"

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "cli/write.hpp"

#include <memory>

namespace rapport::commands::done_command {
namespace {

struct Args {
  app::DoneRequest request;
  cli::WriteOptions write;
};

constexpr cli::Example examples[] = {
    {"rapport done 2026-05-visit-xxa", "What is still open in it"},
    {"rapport done 2026-05-visit-xxa c1 --by 2026-al-xxa-dam",
     "A promise that this engagement shows to be kept"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Close a commitment, or record how a need was answered",
    .help =
        "A commitment is closed by the engagement or document that shows it was kept: its status "
        "becomes done, and closed_by the engagement. A document is named by its title, symbol or "
        "file, as an engagement has it under documents.\n\n"
        "A need gets a response: on which day (today, or --on), by whom (the office, or --by), and "
        "by which means. --by may be the engagement in which the office answered it. Its status "
        "becomes answered, or partly with --partly.\n\n"
        "Without KEY the open commitments and needs are listed.",
    .examples = examples,
    .group = cli::CommandGroup::start,
    .needs = cli::Needs::root,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      app::DoneRequest& request = args->request;
      options.argument("ID", request.id, "The engagement", cli::Offer::engagement);
      options.optional_argument("KEY", request.key, "The key of a commitment or a need",
                                cli::Offer::open_item);
      options.value("--by", "ID", request.by,
                    "The engagement or document that shows it; of a need also who answered it",
                    cli::Offer::engagement);
      options.value("--means", "TEXT", request.means, "How a need was answered");
      options.value("--on", "DATE", request.on, "The day a need was answered, if not today");
      options.value("--told", "DATE", request.told, "The day those who raised it were told");
      options.flag("--partly", request.partly, "The need was answered in part");
      cli::declare_dry_run(options, args->write);
      options.refuse("--audience", "records are changed by the office only");
      return [args](cli::Session& session) {
        // What is open is read, and needs no lock.
        if (args->request.key.empty()) args->write.dry_run = true;
        return cli::write_records(session, args->write,
                                  [&](const app::Snapshot& snapshot, const store::Lock* lock) {
                                    args->request.occasion = session.occasion();
                                    return app::close_item(snapshot, lock, args->request);
                                  });
      };
    },
};

}  // namespace rapport::commands::done_command
