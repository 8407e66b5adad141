// A letter as its addressee reads it, and whom the check sheet warns of.
#include "records.hpp"
#include "release/people.hpp"
#include "release/release.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace release_letter_test {

using namespace rapport;
using release::LetterPerson;
using release::Reason;
using tests::Records;
using value::Date;

namespace {

constexpr std::string_view withheld = "kind: defender\nname: Ana Muestra Paz\ngender: woman\n";
constexpr std::string_view with_initials =
    "kind: defender\nname: Karl Muster\nhonorific: Mr.\n"
    "consent:\n  - {key: a1, on: 2026-01-01, act: given, case: dam, for: [letter], to: [state], "
    "states: [HND], name_as: initials, by: self}\n";

struct Matter {
  explicit Matter(std::string_view victim, std::string_view facts) {
    records.partner("mission", "kind: permanent-mission\nname: Mission\ncountry: HND\n");
    records.partner("hrd-aaaaaa", victim);
    records.partner("valley", "kind: ngo\nname: Valley Committee\n");
    records.partner("ministry", "kind: government\nname: Ministry of Water\ncountry: HND\n");
    records.engagement("dam",
                       "kind: case\ntitle: Dam\ncase:\n  status: decided\n  submissions:\n"
                       "    - {key: sub1, received: 2026-03-18, from: valley}\n");
    records.engagement("letter",
                       "kind: communication\ntitle: Letter\npart_of: dam\ncommunication:\n"
                       "  type: AL\n  addressee: mission\n  alleged_victims:\n"
                       "    - {key: v1, partner: hrd-aaaaaa, introduce_as: a teacher}\n"
                       "    - {key: v2, text: ten others}\n"
                       "  facts: |-\n" +
                           std::string(facts));
  }

  release::Gate gate() {
    return {records.data(),
            records.codes(),
            {.audience = model::Audience::state,
             .use = model::Use::letter,
             .on = Date::of(2026, 4, 2),
             .state = records.data().partner("mission")->country,
             .recipient = records.data().partner("mission"),
             .subject = records.data().engagement("letter")}};
  }

  std::string facts() {
    const auto& letter = *records.data().engagement("letter");
    return gate()
        .render(letter.communication->facts, letter.head,
                {release::Disclosure::full, Reason::open_value})
        .text();
  }

  Records records;
};

}  // namespace

TEST_CASE("letter: a description opens a sentence with a capital") {
  CHECK(Matter(withheld, "    <v1> came. <v1> and <v2> left.\n").facts() ==
        "A woman human rights defender came. A woman human rights defender and ten others left.");
  CHECK(Matter(withheld, "    At 6 a.m. <v1> came.\n\n    <v2> saw <v1>.\n").facts() ==
        "At 6 a.m. a woman human rights defender came.\n\nTen others saw a woman human rights "
        "defender.");
}

TEST_CASE("letter: without the introduction no comma is left, wherever the line ends") {
  CHECK(Matter(withheld, "    They took <v1>,\n    <v1.introduce_as>, and <v2>.\n").facts() ==
        "They took a woman human rights defender and ten others.");
}

TEST_CASE("letter: initials at the end of a sentence have one point") {
  CHECK(Matter(with_initials, "    They took <v1>. It rained.\n").facts() ==
        "They took Mr. K.M. It rained.");
  CHECK(Matter(with_initials, "    They took <v1>, <v1.introduce_as>. It rained.\n").facts() ==
        "They took Mr. K.M. It rained.");
}

TEST_CASE(
    "letter: consent to the case names whose record is strictly confidential, and that is told") {
  const std::string label = "classification: strictly-confidential\n";
  Matter matter(std::string(with_initials) + label, "    They took <v1>.\n");
  CHECK(matter.facts() == "They took Mr. K.M.");
  CHECK(release::people_of_letter(matter.gate(), "letter")[0].is_strictly_confidential);
}

TEST_CASE("letter: the check sheet finds who is named in the text without consent") {
  Matter matter(withheld, "    The valley committee wrote to the Ministry of Water.\n");
  const auto people = release::people_of_letter(matter.gate(), "letter");
  REQUIRE(people.size() == 3);
  CHECK(people[0].partner == "hrd-aaaaaa");
  CHECK_FALSE(people[0].agreed());
  CHECK(people[0].verdict.reason == Reason::no_consent);
  CHECK(people[1].text == "ten others");
  CHECK(people[1].agreed());
  CHECK(people[2].partner == "valley");
  CHECK(people[2].is_source);
  CHECK_FALSE(people[2].agreed());
}

TEST_CASE("letter: the check sheet finds a name in each of its spellings") {
  for (const auto* text :
       {"Rosa Ejemplo came.", "EJEMPLO, Rosa came.", "R. Ejemplo came.", "Rosa de Ejemplo came.",
        "They wrote #FreeRosaEjemplo.", "Maria Rosa Ejemplo came.", "Tigresa came."}) {
    CAPTURE(text);
    Matter matter(withheld, std::string("    ") + text + "\n");
    matter.records.partner("hrd-rosa22",
                           "kind: defender\nname: Rosa Ejemplo\nalias_alone: [Tigresa]\n");
    matter.records.partner("hrd-rosa23", "kind: defender\nname: Rosa Ejemplo\n");
    const auto people = release::people_of_letter(matter.gate(), "letter");
    REQUIRE(people.size() == (std::string_view(text) == "Tigresa came." ? 3 : 4));
    CHECK(people[2].partner == "hrd-rosa22");
  }
}

TEST_CASE("letter: a source who is named needs a consent of their own, however public they are") {
  Matter matter(withheld, "    The University of Muestra wrote to the Ministry of Water.\n");
  matter.records.partner("univ", "kind: academic\nform: body\nname: University of Muestra\n");
  matter.records.engagement(
      "other",
      "kind: communication\ntitle: Letter\npartners:\n  - {partner: univ, role: source}\n"
      "communication:\n  type: AL\n  addressee: mission\n"
      "  facts: The University of Muestra wrote.\n");
  CHECK(release::people_of_letter(matter.gate(), "letter").size() == 2);
  const auto people = release::people_of_letter(matter.gate(), "other");
  REQUIRE(people.size() == 1);
  CHECK(people[0].is_source);
  CHECK(people[0].verdict.reason == Reason::public_body);
  CHECK_FALSE(people[0].agreed());
}

TEST_CASE("letter: nobody is shown more than the letter itself says, whatever they agreed to") {
  Matter matter(
      "kind: defender\nname: Karl Muster\nhonorific: Mr.\ngender: man\nconsent:\n"
      "  - {key: a1, on: 2026-01-01, act: given, case: dam, for: [letter], to: [state], "
      "states: [HND], name_as: full, by: self}\n",
      "    It rained.\n");
  matter.records.engagement(
      "other",
      "kind: communication\ntitle: Letter\npart_of: dam\ncommunication:\n"
      "  type: AL\n  addressee: mission\n  alleged_victims:\n"
      "    - {key: v1, partner: hrd-aaaaaa, name_as: described, introduce_as: a teacher}\n"
      "  facts: They took <v1>, <v1.introduce_as>, or <hrd-aaaaaa>.\n");
  const auto& letter = *matter.records.data().engagement("other");
  CHECK(matter.gate()
            .render(letter.communication->facts, letter.head,
                    {release::Disclosure::full, Reason::open_value})
            .text() == "They took a human rights defender or a human rights defender.");
  const auto people = release::people_of_letter(matter.gate(), "other");
  REQUIRE(people.size() == 1);
  CHECK(people[0].verdict.how == release::Disclosure::described);
  CHECK(people[0].agreed());
}

TEST_CASE("letter: one that was sent is judged by the consent of that day") {
  const std::string act =
      "case: dam, for: [letter], to: [state], states: [HND], name_as: full, by: self}\n";
  Matter matter(
      "kind: defender\nname: Karl Muster\nconsent:\n"
      "  - {key: a1, on: 2026-01-01, act: given, " +
          act + "  - {key: a2, on: 2026-03-30, act: renewed, " + act,
      "    It rained.\n");
  matter.records.engagement("sent",
                            "kind: communication\ntitle: Letter\npart_of: dam\ncommunication:\n"
                            "  type: AL\n  addressee: mission\n  sent: 2026-02-01\n"
                            "  alleged_victims:\n    - {key: v1, partner: hrd-aaaaaa}\n");
  auto people = release::people_of_letter(matter.gate(), "sent");
  REQUIRE(people.size() == 1);
  CHECK(people[0].act == "a1");
  CHECK(people[0].agreed());
  CHECK_FALSE(people[0].got_worse());

  Matter later(
      "kind: defender\nname: Karl Muster\nconsent:\n"
      "  - {key: a1, on: 2026-01-01, act: given, " +
          act + "  - {key: a2, on: 2026-03-01, act: withdrawn}\n",
      "    It rained.\n");
  later.records.engagement("sent",
                           "kind: communication\ntitle: Letter\npart_of: dam\ncommunication:\n"
                           "  type: AL\n  addressee: mission\n  sent: 2026-02-01\n"
                           "  alleged_victims:\n    - {key: v1, partner: hrd-aaaaaa}\n");
  people = release::people_of_letter(later.gate(), "sent");
  REQUIRE(people.size() == 1);
  CHECK(people[0].agreed());
  CHECK(people[0].got_worse());
  CHECK(people[0].today.reason == Reason::consent_withdrawn);
}

TEST_CASE("letter: who has no record may be described, and not named") {
  LetterPerson person{.verdict = {release::Disclosure::described, Reason::open_value}};
  CHECK(person.agreed());
  person.verdict.how = release::Disclosure::full;
  CHECK_FALSE(person.agreed());
}

TEST_CASE("letter: two words of a person's name in a row are enough, one is not") {
  Matter matter(with_initials, "    Muster was seen with Ana Muestra.\n");
  matter.records.partner("hrd-bbbbbb", withheld);
  const auto people = release::people_of_letter(matter.gate(), "letter");
  REQUIRE(people.size() == 3);
  CHECK(people[0].verdict.how == release::Disclosure::initials);
  CHECK(people[0].agreed());
  CHECK_FALSE(people[0].may_be_published);
  CHECK(people[2].partner == "hrd-bbbbbb");
}

}  // namespace release_letter_test
