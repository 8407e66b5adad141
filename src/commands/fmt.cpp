// `rapport fmt`: records in their canonical form.
#include "app/canonical_form.hpp"
#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"

#include <memory>
#include <string>
#include <vector>

namespace rapport::commands::fmt_command {
namespace {

struct Args {
  std::vector<std::string> about;
  bool check = false;
  bool dry_run = false;
};

base::Result<cli::Exit> run(const Args& args, cli::Session& session) {
  const store::Lock* lock = nullptr;
  if (!args.check && !args.dry_run) {
    const auto taken = session.lock();
    if (!taken) return taken.failure();
    lock = *taken;
  }
  const auto formed = app::write_canonical_form(session.reference(), lock,
                                                {.occasion = session.occasion(),
                                                 .directory = session.globals().directory,
                                                 .about = args.about});
  if (!formed) return formed.failure();
  session.unlock();
  if (auto shown = cli::deliver(session, formed->output); !shown) return shown.failure();
  const bool fails = formed->left_alone != 0 || (args.check && formed->changed != 0);
  return fails ? cli::Exit::findings : cli::Exit::fine;
}

constexpr cli::Example examples[] = {
    {"rapport fmt", "All records"},
    {"rapport fmt examplia-dam", "One record"},
    {"rapport fmt --check", "For a CI job: fails and shows the difference, and changes nothing"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Write records in their canonical form",
    .help =
        "Brings the text of all records, or of the files, folders and ids that are given, into one "
        "form, whoever wrote them and with what, so that git shows what was changed and nothing "
        "else. It prints the path of each file that it changed.\n\n"
        "Fields are in the order of the manual; a field that rapport does not know stays behind "
        "the one it was behind. Indentation is two spaces, also of a list below its key. A list of "
        "plain values is in brackets where it fits on a line of 100 columns; an item with a text "
        "has a line for each field, another one may be in braces. Quotes are left only where they "
        "are needed. Lines end in LF.\n\n"
        "Fields move whole, and nothing within a value changes. Comments are kept: one directly "
        "above a field or item goes with it, one behind a value stays on its line. One that an "
        "empty line follows belongs to its block: it stays where it is, or goes to the head of the "
        "block when fields there change their order. Each result is read again and compared "
        "before it is written.\n\n"
        "A file that cannot be read is named and left as it is; the others are written, and the "
        "status is 1. With --check nothing is written, and the status is 1 when something would "
        "be.",
    .examples = examples,
    .group = cli::CommandGroup::start,
    .needs = cli::Needs::root,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.rest("FILE|FOLDER|ID", args->about, "Bring these only into form", cli::Offer::record);
      options.flag(
          "--check", args->check,
          "Show what would change, write nothing, and exit with 1 when there is something");
      options.flag("--dry-run", args->dry_run, "Show what would change, and write nothing");
      options.refuse("--audience", "the records are for the office only");
      return [args](cli::Session& session) { return run(*args, session); };
    },
};

}  // namespace rapport::commands::fmt_command
