// `rapport cosign`: who was asked to sign, and who else should be.
#include "cli/command.hpp"
#include "cli/document.hpp"

namespace rapport::commands::cosign_command {
namespace {

constexpr cli::Example examples[] = {
    {"rapport cosign examplia-dam",
     "Who was asked to sign the letters of a case, and who could be"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Propose mandates to sign a letter, with reasons",
    .help =
        "Lists the mandates that were asked to sign the letters of a case, with their answers, and "
        "then those whose mandate the case concerns: by its themes, by the groups the alleged "
        "victims belong to, and by the State (country mandates first). The office's own past "
        "letters count too. Nothing is written: the office decides whom to ask.\n\n"
        "The records used and the office's own files are checked first, as by `rapport validate`, "
        "and so are the letters of the case: if they have an error, nothing is proposed.",
    .examples = examples,
    .group = cli::CommandGroup::documents,
    .needs = cli::Needs::root,
    .answers = view::Shape::table,
    .bind = [](cli::Options& options) { return cli::bind_document(options, "cosign"); },
};

}  // namespace rapport::commands::cosign_command
