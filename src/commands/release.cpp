// `rapport release`: what each audience would see of a partner, and why.
#include "app/release.hpp"

#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "value/word.hpp"

#include <memory>

namespace rapport::commands::release_command {
namespace {

struct Args {
  std::string partner;
  std::string use = "share-contact";
  std::string matter;
  std::string to;
};

base::Result<cli::Exit> explain(const Args& args, cli::Session& session) {
  const auto use = value::parse_word<model::Use>(args.use).value();
  const auto output = app::explain_release(session.snapshot(), {.occasion = session.occasion(),
                                                                .partner = args.partner,
                                                                .use = use,
                                                                .case_ = args.matter,
                                                                .to = args.to});
  if (!output) return output.failure();
  if (auto shown = cli::deliver(session, *output); !shown) return shown.failure();
  return cli::Exit::fine;
}

constexpr cli::Example examples[] = {
    {"rapport release hrd-k7m2qx", "Who may have this person's name and number"},
    {"rapport release hrd-k7m2qx --use letter --case 2026-al-xxa-dam",
     "Who may read the name in the letter"},
    {"rapport release hrd-k7m2qx --to XXA", "What a State would see"},
    {"rapport release hrd-k7m2qx --today 2026-12-01", "When a consent has ended"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Show what each audience would see of a partner, and why",
    .help =
        "For every audience: whether the partner is in an output at all, and for each group of "
        "fields whether it is shown or withheld, and why. Unknown consent means no; consent for "
        "one use, audience or case does not count for another.\n\n"
        "A body that is shown without being asked, such as a media outlet, a university or an "
        "organisation that lists itself, is not shown if it refused or withdrew, until it agrees "
        "again; of civil society only the channels with `origin: published` are shown. Bodies of "
        "States, of the UN and of regions, and independent institutions, are public.",
    .examples = examples,
    .group = cli::CommandGroup::protection,
    .needs = cli::Needs::records,
    .answers = view::Shape::cards,
    .shows_past = true,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.argument("PARTNER", args->partner, "The id of the partner", cli::Offer::partner);
      options.value("--use", "USE", args->use,
                    "What the output would be for; share-contact without it");
      options.only(value::words_of<model::Use>);
      options.value("--case", "ID", args->matter, "The letter or case it would be about",
                    cli::Offer::engagement);
      cli::declare_recipient(options, args->to);
      options.refuse("--audience", "it shows what each audience would see");
      return [args](cli::Session& session) { return explain(*args, session); };
    },
};

}  // namespace rapport::commands::release_command
