// `rapport show`: a record with everything linked to it.
#include "app/show.hpp"

#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"

#include <memory>

namespace rapport::commands::show_command {
namespace {

base::Result<cli::Exit> show_all(const std::vector<std::string>& ids, cli::Session& session) {
  const auto output = app::show(session.snapshot(), session.occasion(), ids);
  if (!output) return output.failure();
  if (auto shown = cli::deliver(session, *output); !shown) return shown.failure();
  return cli::Exit::fine;
}

constexpr cli::Example examples[] = {
    {"rapport show rio-ejemplo-committee", "A partner, and what was done with it"},
    {"rapport show examplia-dam", "A case, with its letters"},
    {"rapport show achpr-sr-hrd --format json", "For a program"},
    {"rapport show xxa-mfa --audience public", "What the public may see of it"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Show a record with everything linked to it",
    .help =
        "Shows the fields of a partner or an engagement, what a partner takes from the reference "
        "data and a draft letter from its case, and all records that refer to it, the newest "
        "engagements first.\n\n"
        "With --audience it shows what this audience may see.\n\n"
        "With --format json or yaml each field is under its key as in the record: dates and codes "
        "as they are written, lists as lists, blocks as objects. A record that is referred to is "
        "an object with its `id` and, where the audience may see it, its `title`; the records that "
        "refer to this one are in `engagements` and `partners`, with the fields in which they do.",
    .examples = examples,
    .group = cli::CommandGroup::ask,
    .needs = cli::Needs::records,
    .answers = view::Shape::cards,
    .shows_past = true,
    .bind = [](cli::Options& options) -> cli::Run {
      auto ids = std::make_shared<std::vector<std::string>>();
      options.rest("ID", *ids, "The ids of the records", cli::Offer::record);
      options.require();
      return [ids](cli::Session& session) { return show_all(*ids, session); };
    },
};

}  // namespace rapport::commands::show_command
