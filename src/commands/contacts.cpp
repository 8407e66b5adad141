// `rapport contacts`: a contact list for an audience.
#include "cli/command.hpp"
#include "cli/document.hpp"

namespace rapport::commands::contacts_command {
namespace {

constexpr cli::Example examples[] = {
    {"rapport contacts 'country:XXA' --audience ohchr --purpose 'visit preparation' -o "
     "contacts.csv",
     "Whom OHCHR may reach in a State"},
    {"rapport contacts 'circle:women-defenders' --protected -o list.md",
     "For the office itself, into a file"},
    {"rapport contacts kind:regional-mechanism --audience public --format json", "For a program"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Make a contact list for an audience",
    .help =
        "Lists the partners that match the query by circle, each with the one channel that is safe "
        "to use: the preferred one, never one that is compromised, marked `never`, or of somebody "
        "detained, disappeared, killed or dead. A partner is left out unless consent, or being a "
        "public body, covers the audience and the use; how many and why is told on standard error, "
        "never in the list. For "
        "others than the office the query may not ask for what the audience may not know, such as "
        "a risk.\n\n"
        "The office's own list goes into a file only with --protected, also when the shell puts "
        "it there (`>`); a pipe is not asked about.\n\n"
        "Outside the office, bodies of States and civil society never stand in one list: where "
        "both match, those of the States are withheld as `kept separate`. Ask for them alone, with "
        "`group:states`. Whom somebody in the list is to be kept apart from, by `keep_apart` or as "
        "an alleged perpetrator of their case, is withheld as `kept apart`, in every list.\n\n"
        "A partner without a channel that may be given is not listed; how many is told.\n\n"
        "With --use contact the office's own list leaves out who refused or withdrew being "
        "contacted. Any other list of the office marks them with the date, in a last column "
        "`no_contact` that is there only where there is somebody.\n\n"
        "With --to the list is for one State or partner of the audience: a consent that names "
        "States is used by it alone.\n\n"
        "With --issue a manifest of what was handed out is kept in log/outputs: ids and counts, no "
        "names (a --purpose that holds one is refused); of a query that compares text only its "
        "digest. No number of an edition is used twice. A list is put in place after its "
        "manifest, and when it cannot be, nothing is left of either; on a screen or in a pipe the "
        "manifest stays, and its number is spent.\n\n"
        "The records used and the office's own files are checked first, as by `rapport validate`: "
        "with an error in them nothing is written.",
    .examples = examples,
    .group = cli::CommandGroup::documents,
    .needs = cli::Needs::root,
    .answers = view::Shape::table,
    .bind = [](cli::Options& options) { return cli::bind_document(options, "contacts"); },
};

}  // namespace rapport::commands::contacts_command
