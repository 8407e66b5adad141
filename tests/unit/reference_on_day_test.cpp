// Names, titles, resolutions and holders as they were on a day, over all rows there are.
#include "reference/dated.hpp"
#include "reference/names.hpp"
#include "reference/on_day.hpp"

#include <doctest/doctest.h>

namespace reference_on_day_test {

using namespace rapport;
using reference::Language;
using value::CodeSet;
using value::Date;

namespace {

std::string name(const reference::ReferenceData& library, CodeSet set, std::string_view code,
                 std::string_view on, Language language = Language::en) {
  const value::RowId row{set, library.codes().find(set, code)};
  REQUIRE(row);
  return reference::name(library, row, language, *Date::parse(on)).text.str();
}

const model::MandateRow& mandate(const reference::ReferenceData& library, std::string_view code) {
  return *library.at<model::MandateRow>(library.codes().find(CodeSet::mandate, code));
}

/// Independent of the program's own search: the last row of the data that is on or before the day.
const model::ResolutionRow* last_until(const model::MandateRow& row, const Date& day) {
  const model::ResolutionRow* last = nullptr;
  for (const auto& each : row.resolutions)
    if (each.date.first() <= day.first() &&
        (last == nullptr || last->date.first() <= each.date.first()))
      last = &each;
  return last;
}

}  // namespace

TEST_CASE("on a day: a State has the name of that day") {
  const reference::ReferenceData library;
  struct Change {
    const char *state, *before, *old_name, *after, *new_name;
  };
  for (const Change& change : {
           Change{"MKD", "2019-02-11", "the former Yugoslav Republic of Macedonia", "2019-02-12",
                  "North Macedonia"},
           Change{"SWZ", "2018-04-18", "Swaziland", "2018-04-19", "Eswatini"},
           Change{"TUR", "2022-05-31", "Turkey", "2022-06-01", "Türkiye"},
           Change{"CPV", "2013-10-23", "Cape Verde", "2013-10-24", "Cabo Verde"},
           Change{"CZE", "2016-04-30", "Czech Republic", "2016-06-01", "Czechia"},
           Change{"LBY", "2011-08-31", "Libyan Arab Jamahiriya", "2011-10-01", "Libya"},
           Change{"PSE", "2012-11-30", "Palestine", "2013-01-01", "State of Palestine"},
           Change{"BOL", "2008-12-31", "Bolivia", "2010-01-01", "Bolivia (Plurinational State of)"},
       }) {
    CHECK(name(library, CodeSet::state, change.state, change.before) == change.old_name);
    CHECK(name(library, CodeSet::state, change.state, change.after) == change.new_name);
  }
  CHECK(name(library, CodeSet::state, "TUR", "2020", Language::fr) == "Turquie");
  CHECK(name(library, CodeSet::state, "HND", "1990") == "Honduras");
}

TEST_CASE("on a day: within the month of a change the name is uncertain, and says so") {
  const reference::ReferenceData library;
  const auto& row = *library.at<model::StateRow>(library.codes().find(CodeSet::state, "CZE"));
  CHECK(reference::may_have_changed(row, Date::of(2016, 5, 10)));
  CHECK_FALSE(reference::may_have_changed(row, Date::of(2016, 4, 30)));
  CHECK_FALSE(reference::may_have_changed(row, Date::of(2016, 6, 1)));
  CHECK(name(library, CodeSet::state, "CZE", "2016-05-10") == "Czech Republic");
}

TEST_CASE("on a day: titles and the words letters order by") {
  const reference::ReferenceData library;
  CHECK(
      name(library, CodeSet::mandate, "sr-human-rights-defenders", "2007-06-01") ==
      "Special Representative of the Secretary-General on the situation of human rights defenders");
  CHECK(name(library, CodeSet::mandate, "sr-human-rights-defenders", "2010-06-01") ==
        "Special Rapporteur on the situation of human rights defenders");
  CHECK(name(library, CodeSet::mandate, "sr-human-rights-defenders", "2012-06-01", Language::fr) ==
        "Rapporteur spécial sur la situation des défenseurs des droits de l'homme");
  const auto word = [&](std::string_view code, Date on) {
    return reference::on_day(mandate(library, code), on).theme_en.str().front();
  };
  CHECK(word("sr-executions", Date::of(2013, 5, 1)) == 's');
  CHECK(word("sr-executions", Date::of(2017, 3, 1)) == 'e');
  CHECK(word("sr-religion-belief", Date::of(2020)) == 'r');
  CHECK(word("sr-extreme-poverty", Date::of(2020)) == 'p');
}

TEST_CASE("on a day: of every mandate one resolution at most is in force, the last until then") {
  const reference::ReferenceData library;
  std::size_t in_force = 0;
  for (const auto& row : library.table<model::MandateRow>()) {
    CAPTURE(row.code.str());
    std::size_t wrong = 0;
    for (auto day = Date::of(2006, 6, 19); day.year() < 2027; day = value::plus_days(day, 1)) {
      const auto found = reference::resolution(row, day);
      wrong += found.row == last_until(row, day) ? 0U : 1U;
      in_force += found.known == reference::Recorded::yes ? 1U : 0U;
    }
    CHECK(wrong == 0);
  }
  CHECK(in_force > 200'000);
}

TEST_CASE("on a day: resolutions stand in the order of their dates, and none twice") {
  const reference::ReferenceData library;
  std::size_t of_council = 0;
  for (const auto& row : library.table<model::MandateRow>()) {
    CAPTURE(row.code.str());
    for (std::size_t i = 0; i < row.resolutions.size(); ++i) {
      const auto& each = row.resolutions[i];
      of_council += each.symbol.str().starts_with("A/HRC/RES/") ? 1U : 0U;
      if (i == 0) continue;
      CHECK_FALSE(value::sure_before(each.date, row.resolutions[i - 1].date));
      CHECK(each.symbol.str() != row.resolutions[i - 1].symbol.str());
    }
  }
  CHECK(of_council >= 424);
}

TEST_CASE("on a day: who held a mandate, and nobody's name where that is not sure") {
  const reference::ReferenceData library;
  const auto held = [&](std::string_view code, std::string_view on) {
    const auto found = reference::holder(mandate(library, code), *Date::parse(on));
    return found.known == value::Truth::yes ? found.row->name.str() : std::string("?");
  };
  CHECK(held("sr-human-rights-defenders", "2019-01-01") == "Michel Forst");
  CHECK(held("sr-human-rights-defenders", "2020-05-01") == "Mary Lawlor");
  CHECK(held("sr-human-rights-defenders", "2008-04-10") == "?");
  CHECK(held("sr-human-rights-defenders", "2014-06-10") == "?");
  CHECK(held("wg-arbitrary-detention", "2025-01-01") == "?");
  CHECK(held("sr-freedom-of-expression", "2026-09-01") == "?");
}

TEST_CASE("on a day: every State has its forms in French and Spanish") {
  const reference::ReferenceData library;
  const auto& states = library.table<model::StateRow>();
  CHECK(states.rows.size() == 195);
  for (const auto& row : states) {
    CAPTURE(row.code.str());
    REQUIRE(row.forms_fr);
    REQUIRE(row.forms_es);
    CHECK(row.forms_fr->name);
    CHECK(row.forms_fr->de.str().starts_with("d"));
    CHECK(row.forms_fr->en);
    CHECK(row.forms_es->de.str().starts_with("de"));
    CHECK(row.forms_es->en.str().starts_with("en "));
    CHECK(row.forms_es->a.str().starts_with("a"));
  }
}

}  // namespace reference_on_day_test
