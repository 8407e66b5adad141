// The shipped data read whole and without a fault, and the office's rows laid over them.
#include "reference/kinds.hpp"
#include "reference/reference_data.hpp"
#include "reference/shipped.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace reference_library_test {

using namespace rapport;
using model::StateRow;
using value::CodeSet;

namespace {

template <class T>
const T* find(const reference::ReferenceData& library, CodeSet set, std::string_view code) {
  return library.at<T>(library.codes().find(set, code));
}

struct Own {
  explicit Own(std::string_view text)
      : source{.text = text, .path = "reference/own.yaml", .stem = "own"} {
    library.add(source);
  }
  value::Source source;
  reference::ReferenceData library;
};

}  // namespace

TEST_CASE("reference: the shipped files have no fault") {
  reference::ReferenceData library;
  CHECK(library.shipped_faults().empty());
  CHECK(library.codes().all(CodeSet::state).size() == 195);
  CHECK(library.codes().all(CodeSet::mandate).size() == 64);
  CHECK(library.codes().all(CodeSet::theme).size() == 99);
  CHECK(library.codes().all(CodeSet::treaty).size() == 18);
}

TEST_CASE("reference: a row stands at the index of its code, and says since when and from where") {
  reference::ReferenceData library;
  for (const CodeSet set : {CodeSet::state, CodeSet::mandate, CodeSet::theme}) {
    CAPTURE(value::word(set));
    CHECK(library.codes().find(set, library.codes().all(set)[7]) == 8);
  }
  const auto& states = library.table<StateRow>();
  for (std::size_t i = 0; i < states.rows.size(); ++i) {
    CHECK(states.rows[i].code.str() == library.codes().all(CodeSet::state)[i]);
    CHECK(states.rows[i].as_of);
    CHECK(states.rows[i].source);
    CHECK(states.provenance[i].origin == reference::Origin::shipped);
  }
}

TEST_CASE(
    "reference: each member State of the United Nations has a regional group, and only they") {
  reference::ReferenceData library;
  std::size_t members = 0;
  for (const StateRow& state : library.table<StateRow>()) {
    CAPTURE(state.code.str());
    const bool member = state.un_status == model::UnStatus::member;
    members += member ? 1 : 0;
    CHECK(static_cast<bool>(state.regional_group) == member);
    CHECK(state.code.length() == 3);
    CHECK(state.alpha2.length() == 2);
    CHECK(state.name_fr);
    CHECK(state.name_es);
  }
  CHECK(members == 193);
}

TEST_CASE("reference: organisations have as many members as their own lists") {
  reference::ReferenceData library;
  const auto count = [&](std::string_view code) {
    const auto wanted = library.codes().find(CodeSet::organisation, code);
    const auto is_member = [&](const model::MembershipRow& row) {
      return row.organisation.index() == wanted && row.status == model::MembershipStatus::member;
    };
    std::ptrdiff_t members = 0;
    for (const auto& row : library.table<StateRow>())
      members += std::ranges::count_if(row.memberships, is_member);
    for (const auto& row : library.table<model::TerritoryRow>())
      members += std::ranges::count_if(row.memberships, is_member);
    return members;
  };
  CHECK(count("AU") == 55);
  CHECK(count("COE") == 46);
  CHECK(count("EU") == 27);
  CHECK(count("OSCE") == 57);
  CHECK(count("PIF") == 18);
}

TEST_CASE("reference: texts that name rows of another kind in words name one that exists") {
  reference::ReferenceData library;
  std::set<std::string> groups;
  std::set<std::string> regions;
  for (const auto& row : library.table<model::RegionalGroupRow>()) groups.insert(row.code.str());
  for (const auto& row : library.table<model::RegionRow>()) regions.insert(row.code.str());
  for (const StateRow& state : library.table<StateRow>()) {
    CHECK((!state.regional_group || groups.contains(state.regional_group.str())));
    CHECK(regions.contains(state.region.str()));
  }
  for (const auto& row : library.table<model::RegionRow>())
    CHECK((!row.parent || regions.contains(row.parent.str())));
}

TEST_CASE("reference: each State has an answer for each treaty") {
  reference::ReferenceData library;
  const auto& table = library.table<model::RatificationRow>();
  CHECK(table.rows.size() == 195);
  for (const auto& row : table) CHECK(row.treaties.size() == 18);
}

TEST_CASE(
    "reference: the codes found by lines are those of the rows, and so are one State's treaties") {
  const reference::ReferenceData library;
  base::Arena arena;
  value::Codes by_rows;
  for (const auto& file : reference::shipped_files()) {
    yaml::Tree tree;
    REQUIRE(yaml::parse(file.text, tree).error.problem == yaml::Problem::none);
    reference::add_codes(file.text, tree, arena, by_rows);
  }
  for (int i = 1; i <= static_cast<int>(value::code_set_count); ++i) {
    const auto set = static_cast<CodeSet>(i);
    CAPTURE(value::word(set));
    CHECK(library.codes().all(set) == by_rows.all(set));
  }
  for (const auto& row : library.table<model::RatificationRow>()) {
    const auto one = library.ratifications(row.code);
    REQUIRE(one.size() == 1);
    CHECK(one[0].row.treaties.size() == row.treaties.size());
    CHECK(one[0].row.treaties[17].date == row.treaties[17].date);
    CHECK(one[0].row.as_of == row.as_of);
  }
}

TEST_CASE("reference: what is not known is shipped as no row") {
  reference::ReferenceData library;
  CHECK(library.table<model::StandingInvitationRow>().rows.empty());
  CHECK(library.table<model::NhriRow>().rows.empty());
}

TEST_CASE("reference: an office adds a State of its own") {
  Own own("states:\n  - {code: XXA, alpha2: XA, name_en: Examplia}\n");
  CHECK(own.library.own_files()[0].faults.empty());
  const auto* row = find<StateRow>(own.library, CodeSet::state, "XXA");
  REQUIRE(row != nullptr);
  CHECK(row->name_en.str() == "Examplia");
  const auto& provenance = own.library.table<StateRow>().of(*row);
  CHECK(provenance.origin == reference::Origin::office);
  CHECK(provenance.source == &own.source);
  CHECK(find<StateRow>(own.library, CodeSet::state, "HND")->name_en.str() == "Honduras");
}

TEST_CASE("reference: an office replaces values of a shipped row, and the rest of it stays") {
  Own own(
      "as_of: 2026-11\n"
      "mandates:\n"
      "  - code: sr-torture\n"
      "    kind: special-rapporteur\n"
      "    scope: thematic\n"
      "    status: active\n"
      "    holders: [{name: A. Person, since: 2022-08}]\n"
      "    unverified: []\n");
  CHECK(own.library.own_files()[0].faults.empty());
  const auto* row = find<model::MandateRow>(own.library, CodeSet::mandate, "sr-torture");
  REQUIRE(row != nullptr);
  CHECK(row->holders.size() == 1);
  CHECK(row->unverified.empty());
  CHECK(row->theme_en.str() == "torture");
  CHECK(row->as_of.str() == "2026-11");
  CHECK(own.library.table<model::MandateRow>().of(*row).origin == reference::Origin::amended);
}

TEST_CASE("reference: a fault in the office's file is told with its place") {
  Own own(
      "states:\n  - {code: XXA, name_en: Examplia, memberships: [{organisation: OAX, status: "
      "member}]}\n");
  const auto& file = own.library.own_files()[0];
  REQUIRE(file.faults.size() == 1);
  CHECK(file.faults[0].code == value::FaultCode(value::Problem::unknown_code));
  CHECK(own.source.text.substr(file.faults[0].offset, file.faults[0].length) == "OAX");
}

TEST_CASE("reference: of a file that cannot be read, the codes are known and the rows are not") {
  Own own("states:\n  - {code: XXA, name_en: Examplia}\n  - {code: XXB, name_en: \"Exemplary\n");
  CHECK(own.library.own_files()[0].parsed.error.problem != yaml::Problem::none);
  CHECK(own.library.codes().find(CodeSet::state, "XXA") != 0);
  CHECK(find<StateRow>(own.library, CodeSet::state, "XXA") == nullptr);
}

}  // namespace reference_library_test
