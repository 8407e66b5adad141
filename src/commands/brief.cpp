// `rapport brief`: the briefing pack of a visit.
#include "cli/command.hpp"
#include "cli/document.hpp"

namespace rapport::commands::brief_command {
namespace {

constexpr cli::Example examples[] = {
    {"rapport brief 2026-05-visit-xxa --protected -o pack.html", "The office's own pack"},
    {"rapport brief 2026-05-visit-xxa --audience state -o official.md",
     "The official edition: no confidential meeting, no protected name"},
    {"rapport brief 2026-05-visit-xxa | head", "On the terminal, as Markdown"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Make the briefing pack of a visit",
    .help =
        "Writes what the records and the reference data contain for a visit: its facts, the "
        "country, the competent UN presence and regional mechanisms with reasons, past engagements "
        "and letters with their replies, open cases, needs and commitments, the programme day by "
        "day, a page for each meeting, the contacts by circle, and those whom the programme does "
        "not cover yet or who were refused.\n\n"
        "Each audience has its edition. The office's own edition has all confidential meetings and "
        "protected people; OHCHR's has only those people who agreed, each by an act of their own "
        "for share-contact or list-as-participant, that OHCHR may know of them, and their "
        "meetings. The other editions do not show that something is left out, except for the times "
        "of a meeting with `shown_as: reserved`, which are printed as Reserved. What was left out "
        "is reported on standard error. Letters are printed for OHCHR and other mandates as soon "
        "as they are sent, for the State that received them, and for all others once "
        "`publication.on` has passed.\n\n"
        "Meetings that every edition has are numbered 1, 2, ...; those only in the editions for "
        "the United Nations and the office U1, U2, ...; those only in OHCHR's and the office's own "
        "O1, O2, ...; and those only in the office's own A1, A2, ... A meeting without a `setting` "
        "is in the office's own edition only, and so is a meeting with anyone who may not be named "
        "in an edition. For a visit that is not public, the State's edition contains no defender "
        "and no association, and no other edition shows them in one meeting with an authority, "
        "unless the meeting has `together: yes` and all of them agreed to meet-authority; a list "
        "of contacts never has both.\n\n"
        "With --issue the pack is a numbered edition: its manifest is kept in log/outputs, with "
        "the revision of the records, and no number is used twice. The document is written after "
        "its manifest; if that fails, both are removed. Output to a screen or a pipe cannot be "
        "taken back: there the manifest stays, and its number is used up.\n\n"
        "The records used and the office's own files are checked first, as by `rapport validate`, "
        "and so are the past engagements listed: if they have an error, nothing is written.",
    .examples = examples,
    .group = cli::CommandGroup::documents,
    .needs = cli::Needs::root,
    .answers = view::Shape::page,
    .bind = [](cli::Options& options) { return cli::bind_document(options, "brief"); },
};

}  // namespace rapport::commands::brief_command
