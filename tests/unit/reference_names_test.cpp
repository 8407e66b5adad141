// Names in three languages, and which row somebody means.
#include "reference/fill.hpp"
#include "reference/names.hpp"

#include <doctest/doctest.h>

namespace reference_names_test {

using namespace rapport;
using reference::Language;
using value::CodeSet;

namespace {

std::vector<std::string> codes(const reference::ReferenceData& library, CodeSet set,
                               std::string_view typed) {
  std::vector<std::string> found;
  for (const auto row : reference::find(library, set, typed))
    found.emplace_back(library.codes().name(row));
  return found;
}

value::RowId row(const reference::ReferenceData& library, CodeSet set, std::string_view code) {
  return {set, library.codes().find(set, code)};
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("names: a State is found by code, alpha-2 code, and name in three languages") {
  const reference::ReferenceData library;
  for (const auto* typed : {"HND", "hnd", "HN", "Honduras", "the Republic of Honduras",
                            "la République du Honduras", "honduras "}) {
    CAPTURE(typed);
    CHECK(codes(library, CodeSet::state, typed) == Found{"HND"});
  }
  CHECK(codes(library, CodeSet::state, "Costa de Marfil") == Found{"CIV"});
  CHECK(codes(library, CodeSet::state, "Costa de la Luna").empty());
  CHECK(codes(library, CodeSet::state, "cote d'ivoire") == Found{"CIV"});
  CHECK(codes(library, CodeSet::state, "el Salvador") == Found{"SLV"});
  CHECK(codes(library, CodeSet::state, "Zimbabue") == Found{"ZWE"});
}

TEST_CASE("names: words of a name find all rows that have them") {
  const reference::ReferenceData library;
  CHECK(codes(library, CodeSet::state, "guinea") == Found{"GIN"});
  CHECK(codes(library, CodeSet::state, "republic korea") == Found{"KOR", "PRK"});
  CHECK(codes(library, CodeSet::mandate, "torture") == Found{"sr-torture"});
}

TEST_CASE("names: a name comes in the language asked for, or in English") {
  const reference::ReferenceData library;
  const auto france = row(library, CodeSet::state, "DEU");
  CHECK(reference::name(library, france, Language::fr).text.str() == "Allemagne");
  const auto au = row(library, CodeSet::organisation, "AU");
  CHECK(reference::name(library, au, Language::fr).text.str() == "African Union");
  CHECK(reference::name(library, au, Language::fr).language == Language::en);
  const auto iccpr = row(library, CodeSet::treaty, "ICCPR");
  CHECK(reference::short_name(library, iccpr, Language::en).text.str() == "ICCPR");
  CHECK(reference::language("fr-CA") == Language::fr);
  CHECK(reference::language("ar") == Language::en);
}

TEST_CASE("fill: a partner takes name and competence from the row it is listed as") {
  const reference::ReferenceData library;
  base::Arena arena;
  model::Partner partner{};
  partner.listed_as = {row(library, CodeSet::mechanism, "coe-commissioner"), 40};
  reference::fill(partner, library, arena);
  CHECK(partner.name.str() == "Council of Europe Commissioner for Human Rights");
  CHECK(partner.name.offset() == 40);
  REQUIRE(partner.competence.size() == 1);
  CHECK(library.codes().name(partner.competence[0].memberships[0].row()) == "COE");
}

TEST_CASE("fill: a mechanism that is not competent for some members names the States") {
  const reference::ReferenceData library;
  base::Arena arena;
  model::Partner partner{};
  partner.listed_as = {row(library, CodeSet::mechanism, "achpr-sr-hrd"), 40};
  reference::fill(partner, library, arena);
  REQUIRE(partner.competence.size() == 1);
  CHECK(partner.competence[0].memberships.empty());
  CHECK(partner.competence[0].states.size() == 53);
}

TEST_CASE("fill: what the record says itself stays") {
  const reference::ReferenceData library;
  base::Arena arena;
  model::Partner partner{};
  partner.name = {"Our own name", yaml::Style::plain, 7};
  partner.listed_as = {row(library, CodeSet::presence, "ohchr-co-honduras"), 40};
  reference::fill(partner, library, arena);
  CHECK(partner.name.str() == "Our own name");
  CHECK(partner.competence[0].states.size() == 1);
  model::Partner plain{};
  reference::fill(plain, library, arena);
  CHECK_FALSE(plain.name);
}

TEST_CASE("fill: the place of all that is filled in is that of listed_as") {
  reference::ReferenceData library;
  const value::Source own{.text =
                              "mandates:\n  - {code: sr-examplia, kind: special-rapporteur, "
                              "scope: country, status: active, title_en: Examplia, "
                              "countries: [HND], since: 2010}\n",
                          .path = "reference/own.yaml",
                          .stem = "own"};
  library.add(own);
  base::Arena arena;
  const auto competence_of = [&](CodeSet set, std::string_view code) {
    model::Partner partner{};
    partner.listed_as = {row(library, set, code), 40};
    reference::fill(partner, library, arena);
    REQUIRE(partner.competence.size() == 1);
    const auto& filled = partner.competence[0];
    for (const auto& state : filled.states) CHECK(state.offset() == 40);
    for (const auto& membership : filled.memberships) CHECK(membership.offset() == 40);
    if (filled.states) CHECK(filled.states.offset() == 40);
    if (filled.since) CHECK(filled.since.offset() == 40);
    if (filled.until) CHECK(filled.until.offset() == 40);
    return filled;
  };
  competence_of(CodeSet::mechanism, "coe-commissioner");
  competence_of(CodeSet::presence, "ohchr-co-honduras");
  CHECK(competence_of(CodeSet::mandate, "sr-examplia").since.str() == "2010");
}

}  // namespace reference_names_test
