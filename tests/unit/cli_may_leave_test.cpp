// What is said of an output that may not leave, and that nothing leaves without its release.
#include "cli/deliver.hpp"
#include "cli/may_leave.hpp"
#include "cli/session.hpp"

#include <doctest/doctest.h>

using namespace rapport;
using cli::refusal;
using release::Leak;
using release::Secret;

namespace {

const Leak name_in_place{.kind = Secret::Kind::name,
                         .owner = "hrd-abcde2",
                         .owner_is_partner = true,
                         .record = "visit",
                         .field = "visit.programme[s2].place",
                         .words = "House of Lucía Ejemplo"};

}  // namespace

TEST_CASE(
    "refusal: it says whose name stands where and how to go on, and its words to a terminal") {
  const auto shown = refusal(name_in_place, "the output", true);
  CHECK(shown.kind == base::Failing::refused);
  CHECK(shown.what ==
        "the output contains a name of 'hrd-abcde2', which its audience may not see: 'visit', "
        "visit.programme[s2].place: \"House of Lucía Ejemplo\"; nothing was written");
  CHECK(shown.hint ==
        "write <hrd-abcde2> there, or take it out; if it is the name of someone else, write "
        "their id in <>");
  CHECK(refusal(name_in_place, "the output", false).what ==
        "the output contains a name of 'hrd-abcde2', which its audience may not see: 'visit', "
        "visit.programme[s2].place; nothing was written");
}

TEST_CASE("refusal: of somebody without a record, of a number, and where no text has it") {
  Leak leak = name_in_place;
  leak.owner = "dam";
  leak.owner_is_partner = false;
  CHECK(refusal(leak, "the output", false).hint ==
        "write the key of the alleged victim there, as in <v1>, or take it out; if it is the name "
        "of someone else, write their id in <>");
  leak = name_in_place;
  leak.kind = Secret::Kind::address;
  CHECK(refusal(leak, "the output", false).what ==
        "the output contains a number or address of 'hrd-abcde2', which its audience may not see: "
        "'visit', visit.programme[s2].place; nothing was written");
  CHECK(refusal(leak, "the output", false).hint ==
        "take it out there; where both can be reached by it, it belongs in the record of the one "
        "who publishes it, and not in 'hrd-abcde2'");
  leak = {.kind = Secret::Kind::name, .owner = "hrd-abcde2", .words = "Dear Lucía Ejemplo"};
  CHECK(refusal(leak, "the output", true).what ==
        "the output contains a name of 'hrd-abcde2', which its audience may not see: \"Dear Lucía "
        "Ejemplo\"; nothing was written");
  CHECK(refusal(leak, "the output", true).hint ==
        "it is in no text of a record: look at the template, rapport.yaml, the ids and what you "
        "typed; if it is in none of them, please report this as a bug in rapport");
}
