// Places in a record as people type them, and as they are printed.
#include "model/record_path.hpp"
#include "model/record_type.hpp"
#include "yaml/tree.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace rapport::model::model_record_path_test {
namespace {

yaml::Value value_in(std::string_view text) {
  yaml::Tree tree;
  REQUIRE(yaml::parse(text, tree).error.problem == yaml::Problem::none);
  return yaml::value_of(text, tree);
}

constexpr std::string_view visit =
    "kind: visit\n"
    "partners:\n"
    "  - partner: rio-verde-network\n"
    "    status: invited\n"
    "  - partner: examplia-mfa\n"
    "  - partner: examplia-mfa\n"
    "themes: [land-rights, water]\n"
    "visit:\n"
    "  steps:\n"
    "    - on: 2026-01-02\n"
    "      step: requested\n"
    "  programme:\n"
    "    - key: s1\n"
    "      status: held\n";

/// How it is printed again; else what failed, with its hint.
std::string found(std::string_view typed) {
  const auto root = value_in(visit);
  const auto path = find_path(typed, engagement_type(), root);
  if (!path) return path.failure().what + "; " + path.failure().hint;
  return spell(path->steps, engagement_type(), root);
}

TEST_CASE("a place is printed as it is typed") {
  for (const std::string_view typed :
       {"kind", "title", "partners", "partners.rio-verde-network",
        "partners.rio-verde-network.status", "partners[2].status", "visit.programme.s1.status",
        "visit.steps[1].on", "visit.report_symbol", "themes.water"})
    CHECK(found(typed) == typed);
  CHECK(found("visit.programme[1].at") == "visit.programme.s1.at");
  CHECK(found("themes[2]") == "themes.water");
}

TEST_CASE("what is not there is answered with what is") {
  CHECK(found("visti") == "there is no field 'visti'; did you mean 'visit'?");
  CHECK(found("visit.program") ==
        "there is no field 'program' in 'visit'; did you mean "
        "'programme'?");
  CHECK(found("visit.programme.s9.status") ==
        "there is no item 's9' in 'visit.programme'; there are: s1");
  CHECK(found("partners.examplia-mfa.status") ==
        "there is no item 'examplia-mfa' in 'partners'; there are: rio-verde-network, [2], [3]");
  CHECK(found("partners[4]") ==
        "there is no item '[4]' in 'partners'; there are: rio-verde-network, [2], [3]");
  CHECK(found("goals.g1.status") == "there is no item 'g1' in 'goals'; 'goals' has no items yet");
  CHECK(found("title.x") == "'title' is a single value and has no fields; write title=VALUE");
  for (const std::string_view typed : {"", ".", "visit.", "visit..on", "partners[", "partners[]",
                                       "partners[0]", "partners[1", "partners[x].status"})
    CHECK_MESSAGE(found(typed).find("there is no ") == 0, typed);
}

}  // namespace
}  // namespace rapport::model::model_record_path_test
