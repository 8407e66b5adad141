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
        "Writes what the records and the reference data know for a visit: its facts, the "
        "country, the competent UN presence and regional mechanisms with reasons, past "
        "engagements and letters with their replies, open cases, needs and commitments, the "
        "programme day by day, a page for each meeting, the contacts by circle, and whom the "
        "programme does not yet cover or was refused.\n\n"
        "Each audience has its edition. Confidential meetings and protected people are in the "
        "office's own, and in OHCHR's those of people who agreed that OHCHR knows them: by an act "
        "for share-contact or list-as-participant, each by their own. The others do not show that "
        "something is left out, but for the times of a meeting with `shown_as: reserved`, which "
        "are printed as Reserved. What was left out is told on standard error. Letters are printed "
        "for OHCHR and other mandates as soon as they are sent, for the State that received them, "
        "and for all others once `publication.on` has passed.\n\n"
        "Meetings are numbered 1, 2, ... where every edition has them, U1, U2, ... where those "
        "for the United Nations do as well, O1, O2, ... where only OHCHR's does, and A1, A2, ... "
        "where only the office's own does. A "
        "meeting without a `setting` is in the office's own only, and so is one with anybody "
        "who may not be named in an edition. Of a visit that is not public the State reads of "
        "no defender and no association, and no edition has both in one meeting, unless "
        "`together: yes` stands there and all of them agreed to meet-authority; a list of "
        "contacts never has both.\n\n"
        "With --issue it is an edition: its manifest is kept in log/outputs, with the revision of "
        "the records, and no number is used twice. The document is put in place after its "
        "manifest, and when it cannot be, nothing is left of either. What goes to a screen or a "
        "pipe cannot be taken back: there the manifest stays, and its number is spent.\n\n"
        "The records used and the office's own files are checked first, as by `rapport validate`, "
        "and so are the past engagements listed: with an error in them nothing is written.",
    .examples = examples,
    .group = cli::CommandGroup::documents,
    .needs = cli::Needs::root,
    .answers = view::Shape::page,
    .bind = [](cli::Options& options) { return cli::bind_document(options, "brief"); },
};

}  // namespace rapport::commands::brief_command
