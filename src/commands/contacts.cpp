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
        "to use: the preferred one, never one that is compromised, marked `never`, or of someone "
        "detained, disappeared, killed or dead. A partner is left out unless consent, or being a "
        "public body, covers the audience and the use; the number left out and the reasons are "
        "reported on standard error, never in the list. For an audience other than the office, the "
        "query may not ask for anything the audience may not know, such as a risk.\n\n"
        "The office's own list goes into a file only with --protected, also when the shell puts it "
        "there (`>`); output to a pipe needs no agreement.\n\n"
        "Outside the office, bodies of States and civil society are never in one list: where both "
        "match, those of the States are withheld as `kept separate`. List them alone with "
        "`group:states`. Anyone who must be kept apart from someone in the list, by `keep_apart` "
        "or as an alleged perpetrator of their case, is withheld as `kept apart`, in every "
        "list.\n\n"
        "Partners with no channel that may be shared are left out; their number is reported.\n\n"
        "With --use contact the office's own list leaves out those who refused to be contacted, or "
        "withdrew that consent. Any other list of the office marks them with the date, in a last "
        "column `no_contact` that appears only if there is such a partner.\n\n"
        "With --to the list is for one State or partner of the audience: a consent that names "
        "States counts only for those States.\n\n"
        "With --issue a manifest of what was handed out is kept in log/outputs: ids and counts, no "
        "names (a --purpose that contains one is refused); of a query that compares text only its "
        "digest. No number of an edition is used twice. The list is written after its manifest; if "
        "that fails, both are removed. On a screen or in a pipe the manifest stays, and its number "
        "is used up.\n\n"
        "The records used and the office's own files are checked first, as by `rapport validate`: "
        "if they have an error, nothing is written.",
    .examples = examples,
    .group = cli::CommandGroup::documents,
    .needs = cli::Needs::root,
    .answers = view::Shape::table,
    .bind = [](cli::Options& options) { return cli::bind_document(options, "contacts"); },
};

}  // namespace rapport::commands::contacts_command
