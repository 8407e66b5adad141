// `rapport merge`: two records of one partner become one.
#include "app/merge_partners.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "cli/write.hpp"

#include <memory>

namespace rapport::commands::merge_command {
namespace {

struct Args {
  app::MergeRequest request = {};
  cli::WriteOptions write = {};
};

base::Result<cli::Exit> merge(const Args& args, cli::Session& session) {
  return cli::write_records(session, args.write,
                            [&](const app::Snapshot& snapshot, const store::Lock* lock) {
                              app::MergeRequest request = args.request;
                              request.occasion = session.occasion();
                              return app::merge_partners(snapshot, lock, request);
                            });
}

constexpr cli::Example examples[] = {
    {"rapport merge xxa-mfa xxa-mission-geneva --keep kind --dry-run",
     "What one record of the two would be"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Make one record of two records of one partner",
    .help =
        "KEEP stays, DROP goes, and every reference to DROP leads to KEEP; an engagement that "
        "lists both lists KEEP once, with the fuller entry. Lists are united: aliases, contacts, "
        "themes and what else there is. The other name becomes an alias. All acts of consent are "
        "kept, with new keys where a key is used twice.\n\n"
        "The stricter side wins: the higher classification, a channel that is never to be used, "
        "national staff. Where the two records say different things, for example two countries, "
        "nothing is written, and the fields are listed: choose with --take or --keep. A record "
        "that would be less protected, or acts that together would allow more than before, are "
        "refused.\n\n"
        "`rapport duplicates` lists partners that may be one and the same.",
    .examples = examples,
    .group = cli::CommandGroup::start,
    .needs = cli::Needs::root,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      app::MergeRequest& request = args->request;
      options.argument("KEEP", request.keep, "The record that stays", cli::Offer::partner);
      options.argument("DROP", request.drop, "The record that goes", cli::Offer::partner);
      options.list("--take", "FIELD", request.choices.take, "Fields for which DROP is right");
      options.list("--keep", "FIELD", request.choices.keep, "Fields for which KEEP is right");
      cli::declare_dry_run(options, args->write);
      options.refuse("--audience", "records are written by the office");
      return [args](cli::Session& session) { return merge(*args, session); };
    },
};

}  // namespace rapport::commands::merge_command
