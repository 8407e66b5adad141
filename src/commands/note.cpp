// `rapport note`: add a dated note to a record.
#include "app/add_note.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "cli/text_from_editor.hpp"
#include "cli/write.hpp"

#include <memory>
#include <string>
#include <vector>

namespace rapport::commands::note_command {
namespace {

using base::Failing;
using base::Failure;

struct Args {
  std::string id;
  std::vector<std::string> words;
  cli::WriteOptions write;
};

/// From the command line, from standard input, or from the editor.
base::Result<std::string> text_of(const Args& args, cli::Session& session) {
  if (!args.words.empty() && args.words != std::vector<std::string>{"-"})
    return base::join(args.words, " ");
  if (!args.words.empty() || !cli::input_is_terminal()) return cli::read_input();
  if (auto opened = session.open(cli::Needs::records); !opened) return opened.failure();
  if (auto can = app::can_note(session.snapshot(), args.id); !can) return can.failure();
  return cli::text_from_editor(session, args.id);
}

base::Result<cli::Exit> note(const Args& args, cli::Session& session) {
  const auto text = text_of(args, session);
  if (!text) return text.failure();
  if (base::trim(*text).empty())
    return Failure{Failing::usage, "the note is empty; nothing was written",
                   "rapport note ID TEXT, or without TEXT to write it in your editor"};
  return cli::write_records(
      session, args.write, [&](const app::Snapshot& snapshot, const store::Lock* lock) {
        return app::add_note(snapshot, lock, {session.occasion(), args.id, *text});
      });
}

constexpr cli::Example examples[] = {
    {"rapport note rio-ejemplo-committee 'They moved to a new office.'",
     "A line with today's date, for the office only"},
    {"date | rapport note hrd-k7m2qx -", "From standard input"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Add a dated note to a record",
    .help =
        "The note goes to the end of a partner's notes or of an engagement's summary, both for the "
        "office only, and begins with the date. What was there stays as it is.\n\n"
        "Without TEXT the note comes from standard input; on a terminal, from your editor ($VISUAL "
        "or $EDITOR). Text on the command line stays in the history of most shells: for what must "
        "not be kept there, leave TEXT out or write -.",
    .examples = examples,
    .group = cli::CommandGroup::start,
    .needs = cli::Needs::root,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.argument("ID", args->id, "The partner or engagement", cli::Offer::record);
      options.rest("TEXT", args->words, "The note; - reads it from standard input");
      cli::declare_dry_run(options, args->write);
      options.refuse("--audience", "notes are for the office only");
      return [args](cli::Session& session) { return note(*args, session); };
    },
};

}  // namespace rapport::commands::note_command
