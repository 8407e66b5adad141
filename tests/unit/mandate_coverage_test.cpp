// What a programme leaves out, and what is open with those it meets.
#include "mandate/questions/cosign.hpp"
#include "mandate/questions/coverage.hpp"
#include "mandate/questions/history.hpp"
#include "records.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace mandate_coverage_test {

using namespace rapport;
namespace questions = mandate::questions;
using model::Circle;
using value::Date;

namespace {

constexpr std::string_view visit = R"(kind: visit
title: Official visit
country: HND
start: 2026-05-04
areas: [Tegucigalpa, La Ceiba]
visit:
  nature: official
  programme:
    - {key: s1, with: [ministry], setting: official}
    - {key: s2, with: [mayor], setting: official}
    - {key: s3, with: [nhri], status: cancelled}
    - {key: s4, with: [woman, man], setting: confidential}
)";

struct Office {
  explicit Office(std::string_view slots = {}) {
    records.partner("ministry", "kind: government\nname: Ministry\ncountry: HND\n");
    records.partner("mayor",
                    "kind: local-authority\nname: Town hall\ncountry: HND\nareas: [la ceiba]\n");
    records.partner("nhri", "kind: nhri\nname: Commissioner\ncountry: HND\n");
    records.partner("woman", "kind: defender\nname: A\ngender: woman\n");
    records.partner("man", "kind: defender\nname: B\ngender: man\n");
    records.partner("un-office", "kind: un-presence\nlisted_as: presence/ohchr-co-honduras\n");
    records.partner("un-other", "kind: un-agency\nlisted_as: agency/undp\n");
    records.partner("mission",
                    "kind: permanent-mission\nname: Mission\ncountry: HND\nareas: [Geneva]\n");
    records.engagement("visit", std::string(visit) + std::string(slots));
    records.engagement("meeting", R"(kind: meeting
title: Meeting
commitments:
  - {key: c1, by: ministry, to: office, what: Truth, due: 2026-01-31, status: open}
  - {key: c2, by: office, to: woman, what: ConsentQuery again}
  - {key: c3, by: ministry, to: office, what: Done, status: done}
  - {key: c4, by: nhri, to: office, what: Write}
)");
    records.engagement("letter", R"(kind: communication
title: Letter
communication:
  type: AL
  addressee: mission
  sent: 2025-06-10
  lead: sr-human-rights-defenders
  signed_by: [sr-human-rights-defenders, sr-torture]
)");
    records.engagement("later",
                       "kind: communication\ntitle: Later\ncommunication: {type: AL, addressee: "
                       "mission, sent: 2026-04-10}\n");
  }
  model::RecordId id(std::string_view record) { return {records.data().find(record)->index}; }
  questions::Coverage coverage() {
    return questions::coverage(records.data(), id("visit"), records.library(), {},
                               Date::of(2026, 4, 2));
  }
  bool lacks(Circle circle) {
    const auto found = coverage();
    return std::ranges::find(found.gaps, circle, &questions::Gap::circle) != found.gaps.end();
  }

  tests::Records records;
};

}  // namespace

TEST_CASE("coverage: circles nobody of is met are gaps, those of every visit first") {
  Office office;
  const auto found = office.coverage();
  CHECK_FALSE(office.lacks(Circle::government));
  CHECK_FALSE(office.lacks(Circle::defenders));
  CHECK(office.lacks(Circle::legislature));
  CHECK(office.lacks(Circle::civil_society));
  CHECK(std::ranges::is_sorted(found.gaps, {}, &questions::Gap::usual));
}

TEST_CASE("coverage: a slot that does not take place meets nobody") {
  CHECK(Office().lacks(Circle::nhri));
  CHECK_FALSE(Office("    - {key: s5, with: [nhri], status: proposed}\n").lacks(Circle::nhri));
}

TEST_CASE("coverage: local authorities are met area by area") {
  Office office;
  std::string areas;
  for (const auto& gap : office.coverage().gaps)
    if (gap.circle == Circle::local_authorities) areas += std::to_string(gap.area.value()) + ";";
  CHECK(areas == "0;");
}

TEST_CASE("coverage: women defenders are met when a meeting is theirs alone") {
  CHECK(Office().lacks(Circle::women_defenders));
  CHECK_FALSE(Office("    - {key: s5, with: [woman]}\n").lacks(Circle::women_defenders));
  CHECK_FALSE(
      Office("    - {key: s5, attendance: {groups: [{circle: women-defenders, count: 12}]}}\n")
          .lacks(Circle::women_defenders));
}

TEST_CASE("coverage: of the United Nations it is the competent presence that counts") {
  CHECK_FALSE(Office().coverage().presence_met);
  CHECK_FALSE(Office("    - {key: s5, with: [un-other]}\n").coverage().presence_met);
  CHECK(Office("    - {key: s5, with: [un-office]}\n").coverage().presence_met);
}

TEST_CASE("coverage: open commitments with whom is met, both ways") {
  Office office;
  const auto found = office.coverage();
  REQUIRE(found.commitments.size() == 2);
  CHECK(found.commitments[0].item == 0);
  CHECK(found.commitments[0].overdue);
  CHECK(found.commitments[1].by_office);
  CHECK_FALSE(found.commitments[1].overdue);
}

TEST_CASE("coverage: what was promised in the State is open too, whoever is met") {
  Office office;
  office.records.engagement("there",
                            "kind: meeting\ntitle: There\ncountry: HND\ncommitments:\n"
                            "  - {key: c1, by: nhri, to: office, what: Write}\n");
  CHECK(office.coverage().commitments.size() == 3);
}

TEST_CASE("coverage: what bodies of the State promised abroad, and what is related, is open too") {
  Office office;
  office.records.engagement("geneva",
                            "kind: meeting\ntitle: Geneva\ncountry: CHE\ncommitments:\n"
                            "  - {key: c1, by: mission, to: office, what: Reply}\n");
  CHECK(office.coverage().commitments.size() == 3);
  Office other("related: [call]\n");
  other.records.engagement("call",
                           "kind: meeting\ntitle: Call\ncommitments:\n"
                           "  - {key: c1, by: nhri, to: office, what: Write}\n");
  CHECK(other.coverage().commitments.size() == 3);
}

TEST_CASE("coverage: whom the record of a visit names as met is met") {
  CHECK_FALSE(Office("partners:\n  - {partner: nhri, role: visited}\n").lacks(Circle::nhri));
  CHECK(Office("partners:\n  - {partner: nhri, status: declined}\n").lacks(Circle::nhri));
  CHECK_FALSE(
      Office("attendance: {groups: [{circle: academics, count: 4}]}\n").lacks(Circle::academics));
}

TEST_CASE("coverage: of a visit that is over nothing is still to come") {
  Office office("status: held\n");
  CHECK(office.coverage().is_over);
  CHECK(office.coverage().has_programme);
  CHECK(office.coverage().gaps.empty());
  CHECK_FALSE(Office().coverage().is_over);
}

TEST_CASE("coverage: what belongs to the past of a visit") {
  Office office("related: [call]\n");
  const auto add = [&](std::string_view id, const std::string& rest) {
    office.records.engagement(id, "kind: meeting\ntitle: T\nstatus: held\n" + rest);
  };
  add("there", "country: HND\n");
  add("abroad", "country: CHE\npartners: [{partner: mission}]\n");
  add("absent", "country: CHE\npartners: [{partner: mission, status: declined}]\n");
  add("source", "partners: [{partner: mission, role: source}]\n");
  add("with-met", "partners: [{partner: un-other}]\n");
  add("elsewhere", "partners: [{partner: nhri}]\n");
  add("call", "country: CHE\n");
  std::vector<std::string> found;
  for (const auto& past : questions::past_of_visit(office.records.data(), office.id("visit"),
                                                   {office.id("un-other")}, Date::of(2026, 4, 2))) {
    std::string line(office.records.data().head(past.record.index).id());
    if (past.exists) line += " there";
    if (past.is_related) line += " related";
    for (const auto& part : past.parts) {
      line += part.as_source ? " source " : " with ";
      line += office.records.data().head(part.partner.index).id();
    }
    found.push_back(line);
  }
  std::ranges::sort(found);
  CHECK(found == std::vector<std::string>{"abroad with mission", "call related",
                                          "source source mission", "there there",
                                          "with-met with un-other"});
}

TEST_CASE("coverage: what a partner took part in before, the latest first, but for the visit") {
  Office office("partners: [{partner: nhri}]\n");
  const auto add = [&](std::string_view id, const std::string& rest) {
    office.records.engagement(id, "kind: meeting\ntitle: T\nstatus: held\n" + rest);
  };
  add("first", "start: 2025-01-10\npartners: [{partner: nhri}, {partner: mayor}]\n");
  add("second", "start: 2025-06-10\npartners: [{partner: nhri, role: source}]\n");
  add("to-come", "start: 2026-06-10\npartners: [{partner: nhri}]\n");
  add("absent", "start: 2025-06-10\npartners: [{partner: nhri, status: declined}]\n");
  add("promised",
      "start: 2025-06-10\ncommitments: [{key: c1, by: nhri, to: office, what: Write}]\n");
  const auto found = questions::past_with(office.records.data(), office.id("nhri"),
                                          office.id("visit"), Date::of(2026, 4, 2));
  REQUIRE(found.size() == 2);
  CHECK(found[0].record == office.id("second"));
  CHECK(found[0].parts[0].as_source);
  CHECK(found[1].record == office.id("first"));
  CHECK(found[1].parts.size() == 1);
}

TEST_CASE("coverage: letters to the State sent by that day, and whether they were answered") {
  Office office;
  const auto found = office.coverage();
  REQUIRE(found.letters.size() == 1);
  CHECK(office.records.data().head(found.letters[0].record.index).id() == "letter");
  CHECK(found.letters[0].reply.overdue);
}

TEST_CASE("cosign: several letters on one matter are one habit") {
  tests::Records records;
  records.engagement("dam",
                     "kind: case\ntitle: Dam\nthemes: [environment]\ncase: {status: acted}\n");
  for (const auto* id : {"to-state", "to-company", "to-bank"})
    records.engagement(
        id,
        "kind: communication\ntitle: Letter\npart_of: dam\n"
        "communication: {type: AL, addressee: mission, sent: 2026-03-01, lead: sr-environment}\n");
  const auto letters = questions::past_letters(records.data(), Date::of(2026, 4, 2));
  REQUIRE(letters.size() == 1);
  CHECK(letters[0].themes.size() == 1);
}

TEST_CASE("cosign: past letters tell who signed, latest first, and what a case is about") {
  Office office;
  const auto& data = office.records.data();
  const auto letters = questions::past_letters(data, Date::of(2026, 6, 1));
  REQUIRE(letters.size() == 2);
  CHECK(letters[0].sent.str() == "2026-04-10");
  CHECK(letters[1].signers.size() == 2);
  const auto matter = questions::subject_matter(data, office.id("letter"), Date::of(2026, 6, 1));
  CHECK(matter.states.size() == 1);
  CHECK(office.records.codes().name(matter.lead.row()) == "sr-human-rights-defenders");
}

TEST_CASE("coverage: a diplomatic meeting meets embassies unless it says that it is with others") {
  const auto lacks_embassies = [](std::string_view slot) {
    Office office(slot);
    office.records.partner("organisation", "kind: regional-organisation\nname: Organisation\n");
    office.records.partner("delegation", "kind: delegation\nname: Delegation\n");
    return office.lacks(Circle::embassies);
  };
  CHECK_FALSE(lacks_embassies("    - {key: s5, setting: diplomatic}\n"));
  CHECK(lacks_embassies("    - {key: s5, with: [organisation], setting: diplomatic}\n"));
  CHECK(lacks_embassies("    - {key: s5, with: [un-other], setting: diplomatic}\n"));
  CHECK_FALSE(
      lacks_embassies("    - {key: s5, with: [organisation, delegation], setting: diplomatic}\n"));
  CHECK(lacks_embassies(
      "    - {key: s5, setting: diplomatic, attendance: {groups: [{circle: regional}]}}\n"));
  CHECK_FALSE(lacks_embassies(
      "    - {key: s5, setting: diplomatic, attendance: {groups: [{text: ambassadors}]}}\n"));
}

TEST_CASE("coverage: no promise is overdue in a case that is over") {
  const auto overdue = [](std::string_view status) {
    Office office;
    office.records.engagement("matter",
                              "kind: case\ntitle: Case\ncountry: HND\ncommitments:\n"
                              "  - {key: c1, by: ministry, to: office, what: Truth, due: "
                              "2026-01-31}\ncase: {where: [HND], status: " +
                                  std::string(status) + "}\n");
    const auto id = office.id("matter");
    for (const auto& open : office.coverage().commitments)
      if (open.record == id) return open.overdue;
    return false;
  };
  CHECK(overdue("acted"));
  CHECK_FALSE(overdue("closed"));
}

}  // namespace mandate_coverage_test
