// `rapport draft`: a communication to one addressee.
#include "cli/command.hpp"
#include "cli/document.hpp"

namespace rapport::commands::draft_command {
namespace {

constexpr cli::Example examples[] = {
    {"rapport draft 2026-al-xxa-dam -o letter.html", "The letter, and letter.check.md beside it"},
    {"rapport draft 2026-al-xxa-dam | head", "On the terminal, as Markdown"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Draft a communication",
    .help =
        "Writes the letter of a communication: mandates in their order with the resolutions of the "
        "day, the facts and concerns of its case, numbered requests, deadline, signatures, and the "
        "annex of law that follows from the themes and from the treaties the State is party to. "
        "Only mandates that agreed to sign are in it, or the lead alone.\n\n"
        "The letter goes to its addressee, so an alleged victim is named as their consent for this "
        "case and this addressee says. A check sheet with what to look at before sending is "
        "written beside the file, and anything that forbids sending is reported at once; both are "
        "for the office.\n\n"
        "The records used and the office's own files are checked first, as by `rapport validate`: "
        "if they have an error, nothing is written.",
    .examples = examples,
    .group = cli::CommandGroup::documents,
    .needs = cli::Needs::root,
    .answers = view::Shape::page,
    .bind = [](cli::Options& options) { return cli::bind_document(options, "letter"); },
};

}  // namespace rapport::commands::draft_command
