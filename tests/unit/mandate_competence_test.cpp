// Who is competent where, and on which day.
#include "mandate/competence.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace mandate_competence_test {

using namespace rapport;
using mandate::MechanismReason;
using mandate::Receives;
using reference::Recorded;
using value::CodeSet;
using value::Date;

namespace {

struct Asked {
  Asked() = default;
  explicit Asked(std::string_view own)
      : source{.text = own, .path = "reference/own.yaml", .stem = "own"} {
    library.add(source);
  }
  model::StateCode state(std::string_view code) const {
    const auto index = library.codes().find(CodeSet::state, code);
    REQUIRE(index != 0);
    return {index, 0};
  }
  mandate::Area territory(std::string_view code) const {
    const auto index = library.codes().find(CodeSet::territory, code);
    REQUIRE(index != 0);
    return {{}, model::TerritoryCode(index, 0)};
  }
  mandate::Presences presences(std::string_view code, std::string_view on = "2026-05-04") const {
    return mandate::presences(library, {state(code)}, *Date::parse(on));
  }
  std::string first(std::string_view code, std::string_view on = "2026-05-04") const {
    const auto found = presences(code, on);
    return found.ranked.empty() ? "" : found.ranked[0].row->code.str();
  }
  /// "achpr member", one a line.
  std::string mechanisms(mandate::Area area, std::string_view on = "2026-05-04",
                         model::Relevance least = model::Relevance::core) const {
    std::string text;
    for (const auto& found : mandate::mechanisms(library, area, *Date::parse(on)))
      if (*found.row->relevance <= least)
        text += found.row->code.str() + " " + std::to_string(static_cast<int>(found.reason)) + "\n";
    return text;
  }

  value::Source source;
  reference::ReferenceData library;
};

}  // namespace

TEST_CASE("competence: a country office comes before the regional office") {
  Asked asked;
  CHECK(asked.first("HND") == "ohchr-co-honduras");
  CHECK(asked.first("PAN") == "ohchr-ro-central-america");
  CHECK(asked.first("KEN") == "");
  CHECK(asked.presences("KEN").known == Recorded::not_recorded);
}

TEST_CASE("competence: a mission's component comes before an adviser and the regional office") {
  Asked asked;
  const auto congo = asked.presences("COD");
  REQUIRE(congo.ranked.size() == 2);
  CHECK(congo.ranked[0].tier == mandate::Tier::mission_component);
  CHECK(congo.ranked[1].tier == mandate::Tier::regional_office);
  CHECK(asked.first("PHL") == "hra-phl");
}

TEST_CASE("competence: a presence counts between its first and its last day") {
  Asked asked;
  CHECK(asked.first("UGA", "2022-05-01") == "ohchr-co-uganda");
  CHECK(asked.first("UGA", "2024-05-01") == "");
  CHECK(asked.first("BGD", "2025-01-01") == "");
  CHECK(asked.first("BGD", "2026-01-01") == "ohchr-mission-bangladesh");
}

TEST_CASE("competence: a component of a mission that ended is not competent any more") {
  Asked asked(
      "presences:\n"
      "  - {code: unami-hr, kind: peace-mission-component, status: active, mission: UNAMI, covers: "
      "[IRQ]}\n");
  CHECK(asked.first("IRQ", "2025-06-01") == "unami-hr");
  CHECK(asked.first("IRQ", "2026-06-01") == "");
}

TEST_CASE("competence: what is planned is told apart, and a training centre has no cases") {
  Asked asked;
  const auto haiti = asked.presences("HTI");
  CHECK(haiti.ranked[0].row->code.str() == "binuh-hr");
  REQUIRE(haiti.planned.size() == 1);
  CHECK(haiti.planned[0]->code.str() == "ohchr-ro-caribbean");
  for (const auto& found : asked.presences("QAT").ranked)
    CHECK(found.row->code.str() != "ohchr-centre-doha");
}

TEST_CASE("competence: an old row, an unverified one and an uncertain one are to be checked") {
  Asked asked;
  CHECK_FALSE(asked.presences("HND").ranked[0].to_check);
  CHECK(asked.presences("HND", "2028-01-01").ranked[0].to_check);
  CHECK(asked.presences("PHL").ranked[0].to_check);
  CHECK(asked.presences("VEN").ranked[0].to_check);
}

TEST_CASE("competence: a territory has presences of its own") {
  Asked asked;
  const auto found =
      mandate::presences(asked.library, asked.territory("kosovo"), Date::of(2026, 5, 4));
  REQUIRE(found.ranked.size() == 1);
  CHECK(found.ranked[0].row->code.str() == "unmik-hrs");
}

TEST_CASE("competence: regional mechanisms follow from membership") {
  Asked asked;
  CHECK(asked.mechanisms({asked.state("HND")}) ==
        "iachr 0\niachr-rapporteurship-hrd 0\neu-hrd-guidelines 3\neu-special-representative 3\n"
        "protectdefenders-eu 3\n");
  CHECK(asked.mechanisms({asked.state("MEX")}).find("escazu 4\n") != std::string::npos);
  CHECK(asked.mechanisms({asked.state("FRA")}) ==
        "coe-commissioner 0\nosce-odihr 0\naarhus-sr-environmental-defenders 4\n");
}

TEST_CASE("competence: exceptions of a mechanism") {
  Asked asked;
  CHECK(asked.mechanisms({asked.state("MAR")}).find("achpr") == std::string::npos);
  CHECK(asked.mechanisms({asked.state("KEN")}).starts_with("achpr 0\nachpr-sr-hrd 0\n"));
  CHECK(asked.mechanisms({asked.state("NIC")}).starts_with("iachr 2\n"));
  CHECK(asked.mechanisms({asked.state("NIC")}, "2023-01-01").starts_with("iachr 0\n"));
  CHECK(asked.mechanisms({asked.state("VEN")}).starts_with("iachr 1\n"));
  CHECK(asked.mechanisms({asked.state("CUB")}).starts_with("iachr 1\n"));
  CHECK(asked.mechanisms({asked.state("RUS")}).find("coe-commissioner") == std::string::npos);
  CHECK(asked.mechanisms({asked.state("RUS")}, "2020").find("coe-commissioner 0\n") !=
        std::string::npos);
}

TEST_CASE("competence: a mechanism is competent from its first day") {
  Asked asked;
  CHECK(asked.mechanisms({asked.state("HND")}, "2009").starts_with("iachr 0\neu-hrd"));
}

TEST_CASE("competence: a court follows its treaty, and not the membership") {
  Asked asked;
  const auto has_court = [&](std::string_view state, std::string_view court, std::string_view on) {
    const auto all = asked.mechanisms({asked.state(state)}, on, model::Relevance::context);
    return all.find(std::string(court) + " 6\n") != std::string::npos;
  };
  CHECK(has_court("RUS", "ecthr", "2022-05-01"));
  CHECK(has_court("RUS", "ecthr", "2022-09-16"));
  CHECK_FALSE(has_court("RUS", "ecthr", "2022-09-17"));
  CHECK_FALSE(has_court("MCO", "ecthr", "2005-06-01"));
  CHECK(has_court("MCO", "ecthr", "2006-06-01"));
  CHECK(has_court("NIC", "iacthr", "2025-01-01"));
  CHECK(has_court("VEN", "iacthr", "2013-09-09"));
  CHECK_FALSE(has_court("VEN", "iacthr", "2013-09-10"));
  CHECK_FALSE(has_court("TTO", "iacthr", "2005-01-01"));
  CHECK_FALSE(has_court("USA", "iacthr", "2005-01-01"));
}

TEST_CASE("competence: on a day within an imprecise date a mechanism is only perhaps competent") {
  Asked asked;
  const auto unsure = [&](std::string_view on) {
    for (const auto& found :
         mandate::mechanisms(asked.library, {asked.state("MNE")}, *Date::parse(on)))
      if (found.row->code.str() == "coe-commissioner") return found.is_unsure ? "maybe" : "yes";
    return "no";
  };
  CHECK(unsure("2006-06-01") == std::string("no"));
  CHECK(unsure("2007-06-01") == std::string("maybe"));
  CHECK(unsure("2008-06-01") == std::string("yes"));
}

TEST_CASE("competence: what a presence covers is dated") {
  Asked asked;
  struct Day {
    const char *state, *on, *presence;
  };
  for (const Day& day :
       {Day{"PER", "2020-01-20", "ohchr-ro-south-america"}, Day{"MNG", "2019-06-01", "hra-mng"},
        Day{"MNG", "2024-06-01", "ohchr-ro-south-east-asia"}, Day{"MDA", "2018-06-25", "hra-mda"},
        Day{"ARM", "2016-06-01", "hra-south-caucasus"},
        Day{"GEO", "2023-06-01", "hra-south-caucasus"}, Day{"NPL", "2010-06-01", "ohchr-co-nepal"},
        Day{"NPL", "2019-06-01", "hra-npl"}, Day{"TGO", "2014-06-01", "ohchr-co-togo"},
        Day{"TGO", "2020-06-01", "ohchr-ro-west-africa"},
        Day{"BOL", "2016-06-01", "ohchr-co-bolivia"},
        Day{"VEN", "2018-06-01", "ohchr-ro-south-america"},
        Day{"VEN", "2022-06-01", "ohchr-venezuela-team"},
        Day{"VEN", "2026-06-01", "ohchr-venezuela"},
        Day{"NIC", "2015-06-01", "ohchr-ro-central-america"},
        Day{"NIC", "2020-06-01", "ohchr-ro-central-america"},
        Day{"SOM", "2023-06-01", "unsom-hrpg"}, Day{"SOM", "2025-06-01", "untmis-hrpg"},
        Day{"HTI", "2019-12-01", "binuh-hr"}}) {
    CAPTURE(day.state);
    CAPTURE(day.on);
    CHECK(asked.first(day.state, day.on) == day.presence);
  }
  CHECK(asked.first("HTI", "2019-09-01") == "");
}

TEST_CASE("competence: where the parties are not recorded, a member is only perhaps one") {
  Asked asked;
  const auto all = asked.mechanisms({asked.state("KEN")}, "2026", model::Relevance::context);
  CHECK(all.find("african-court 5\n") != std::string::npos);
}

TEST_CASE("competence: a territory that is a member has the mechanism of its organisation") {
  Asked asked;
  CHECK(asked.mechanisms(asked.territory("ESH")) == "achpr 0\nachpr-sr-hrd 0\n");
}

TEST_CASE("competence: country mandates of the day, none, or not recorded") {
  Asked asked;
  const auto on = Date::of(2026, 5, 4);
  const auto russia = mandate::country_mandates(asked.library, asked.state("RUS"), on);
  REQUIRE(russia.mandates.size() == 1);
  CHECK(russia.mandates[0].row->code.str() == "sr-russian-federation");
  CHECK(mandate::country_mandates(asked.library, asked.state("HND"), on).known == Recorded::no);
  CHECK(mandate::country_mandates(asked.library, asked.state("HND"), Date::of(2015)).known ==
        Recorded::not_recorded);
  CHECK(mandate::country_mandates(asked.library, asked.state("SYR"), on).known == Recorded::no);
  const auto israel = mandate::country_mandates(asked.library, asked.state("ISR"), on);
  REQUIRE(israel.mandates.size() == 1);
  CHECK(israel.mandates[0].by_address);
}

TEST_CASE("competence: a letter goes to the mission in Geneva, else to the next best") {
  Asked asked;
  model::Partner ministry{};
  ministry.head.index = 0;
  ministry.kind = {model::PartnerKind::government, 1};
  ministry.name = {"Ministère des affaires étrangères", yaml::Style::plain, 1};
  ministry.country = asked.state("HND");
  model::Partner new_york{};
  new_york.head.index = 1;
  new_york.kind = {model::PartnerKind::permanent_mission, 1};
  new_york.name = {"Permanent Mission to the United Nations in New York", yaml::Style::plain, 1};
  new_york.country = asked.state("HND");
  model::Partner geneva = new_york;
  geneva.head.index = 2;
  geneva.name = {"Misión Permanente ante las Naciones Unidas en Ginebra", yaml::Style::plain, 1};
  std::vector<const model::Partner*> partners = {&ministry, &new_york, &geneva};
  CHECK(mandate::recipient(partners, asked.state("HND")).as == Receives::geneva_mission);
  CHECK(mandate::recipient(partners, asked.state("HND")).record == 2);
  partners.pop_back();
  CHECK(mandate::recipient(partners, asked.state("HND")).as == Receives::other_mission);
  partners.pop_back();
  CHECK(mandate::recipient(partners, asked.state("HND")).as == Receives::government);
  CHECK(mandate::recipient(partners, asked.state("KEN")).as == Receives::nobody);
}

}  // namespace mandate_competence_test
