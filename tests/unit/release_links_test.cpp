// That somebody had to do with an engagement: in which places of it that may be said, and to whom.
#include "release/describe.hpp"
#include "release/gate.hpp"
#include "release/people.hpp"
#include "release/release.hpp"
#include "release_oracle.hpp"

#include <fmt/format.h>

namespace release_links_test {

using namespace rapport;
using release::Reason;
using tests::Audience;
using tests::Disclosure;
using tests::Records;
using tests::Use;

namespace {

release::Gate gate(Records& records, Audience audience, Use use = Use::share_contact) {
  return {records.data(), records.codes(), tests::purpose(audience, use)};
}

constexpr std::string_view university = "kind: academic\nform: body\nname: University\n";

std::string event(std::string_view rest) {
  return fmt::format("kind: roundtable\ntitle: Event\nopenness: public\n{}", rest);
}

}  // namespace

TEST_CASE("release links: who only told us is no link, and who also took part is") {
  const auto reason = [](std::string_view rest) {
    Records records;
    records.partner("uni", university);
    records.engagement("event", event(rest));
    return gate(records, Audience::ohchr)
        .link(*records.data().partner("uni"), *records.data().engagement("event"))
        .reason;
  };
  CHECK(reason("partners: [{partner: uni, role: source}]\n") == Reason::source);
  CHECK(reason("experiences: [{from: uni, text: Told.}]\n") == Reason::source);
  CHECK(reason("needs: [{key: n1, text: Help., raised_by: [uni]}]\n") == Reason::source);
  CHECK(reason("experiences: [{from: uni, text: Told.}]\n"
               "commitments: [{key: c1, by: office, to: uni, what: A call.}]\n") == Reason::source);
  CHECK(reason("partners: [{partner: uni, role: speaker}]\n"
               "experiences: [{from: uni, text: Told.}]\n") == Reason::public_body);
}

TEST_CASE("release links: only the places that an audience may read count") {
  Records records;
  records.partner("uni", university);
  records.partner("corp", "kind: business\nname: Company\n");
  records.engagement("event", event("partners:\n"
                                    "  - {partner: uni, role: source}\n"
                                    "  - {partner: corp, role: alleged-perpetrator}\n"
                                    "  - {partner: corp, role: sponsor, status: declined}\n"
                                    "  - {partner: corp, role: speaker}\n"
                                    "experiences: [{from: uni, text: Told.}]\n"
                                    "commitments: [{key: c1, by: corp, what: A report.}]\n"));
  const auto& found = *records.data().engagement("event");
  const auto shown = gate(records, Audience::public_).shown_references(found);
  REQUIRE(shown.size() == 1);
  CHECK(shown[0] == &found.partners[3].partner);
  CHECK(gate(records, Audience::office).shown_references(found).size() == 6);
}

TEST_CASE("release links: a reference in a slot asks the slot") {
  Records records;
  records.partner("uni", university);
  records.engagement("visit", R"(kind: visit
title: Visit
openness: public
visit:
  nature: official
  programme:
    - {key: s1, at: 2026-05-08, setting: confidential, with: [uni]}
    - {key: s2, at: 2026-05-09, setting: un, with: [uni]}
    - {key: s3, at: 2026-05-10, setting: official, with: [uni]}
    - {key: s4, at: 2026-05-10, setting: official, with: [uni], status: refused}
)");
  const auto& visit = *records.data().engagement("visit");
  const auto shows = [&](Audience audience, std::size_t slot) {
    return gate(records, audience).link(visit.visit->programme[slot].with[0], visit.head).shows();
  };
  for (const Audience audience : {Audience::public_, Audience::state}) {
    CHECK_FALSE(shows(audience, 0));
    CHECK_FALSE(shows(audience, 1));
    CHECK(shows(audience, 2));
    CHECK_FALSE(shows(audience, 3));
  }
  CHECK(shows(Audience::un, 1));
  CHECK(shows(Audience::office, 0));
}

TEST_CASE("release links: who agreed to meet an authority is seen in the slot they share with it") {
  const auto how = [](std::string_view slot, std::string_view state) {
    Records records;
    records.partner("hrd-abcde2",
                    "kind: defender\nname: Ana Ejemplo\nconsent:\n"
                    "  - {key: a1, on: 2026-01-10, act: given, for: [meet-authority], "
                    "to: [state], states: [HND]}\n");
    records.engagement("visit", fmt::format("kind: visit\ntitle: Visit\nopenness: public\nvisit:\n"
                                            "  nature: official\n  programme:\n    - {{key: s1, "
                                            "with: [hrd-abcde2], {}}}\n",
                                            slot));
    auto purpose = tests::purpose(Audience::state, Use::share_contact);
    purpose.state = {records.codes().find(value::CodeSet::state, state), 0};
    const release::Gate gate(records.data(), records.codes(), purpose);
    const auto& visit = *records.data().engagement("visit");
    return gate.link(visit.visit->programme[0].with[0], visit.head).how;
  };
  CHECK(how("setting: official, together: yes", "HND") == Disclosure::full);
  CHECK(how("setting: official, together: yes", "POL") == Disclosure::withheld);
  CHECK(how("setting: official, together: no", "HND") == Disclosure::withheld);
  CHECK(how("setting: site-visit, together: yes", "HND") == Disclosure::withheld);
}

TEST_CASE("release links: a mark in the text of an engagement is a link, and no entry") {
  const auto title = [](std::string_view use) {
    Records records;
    records.partner("hrd-abcde2", fmt::format("kind: defender\nname: Ana Ejemplo\nconsent:\n  - "
                                              "{{key: a1, on: 2026-01-10, act: given, for: [{}], "
                                              "to: [public]}}\n",
                                              use));
    records.engagement("event",
                       "kind: training\ntitle: Training with <hrd-abcde2>\n"
                       "openness: public\n");
    const auto& event = *records.data().engagement("event");
    return gate(records, Audience::public_)
        .render(event.title, event.head, {Disclosure::full, Reason::open_value})
        .text();
  };
  CHECK(title("share-contact") == "Training with a human rights defender");
  CHECK(title("list-as-participant") == "Training with Ana Ejemplo");
}

TEST_CASE("release links: an official of civil society may refuse, and who narrows leaves less") {
  const auto reason = [](std::string_view partner, std::string_view act, Audience audience) {
    Records records;
    records.partner("p",
                    fmt::format("{}consent:\n  - {{key: a1, on: 2026-01-10, {}}}\n", partner, act));
    return gate(records, audience).entry(*records.data().partner("p")).reason;
  };
  constexpr std::string_view speaker =
      "kind: ngo\nform: person\nname: Ana Ejemplo\ncapacity: official\n";
  constexpr std::string_view minister =
      "kind: government\nform: person\nname: Ana Ejemplo\ncapacity: official\n";
  CHECK(reason(speaker, "act: refused", Audience::public_) == Reason::consent_refused);
  CHECK(reason(speaker, "act: refused, to: [state]", Audience::public_) == Reason::official_post);
  CHECK(reason(minister, "act: refused", Audience::public_) == Reason::official_post);
  constexpr std::string_view paper = "kind: media\nname: Paper\n";
  CHECK(reason(paper, "act: narrowed, to: [ohchr]", Audience::public_) == Reason::consent_narrowed);
  CHECK(reason(paper, "act: narrowed, to: [ohchr]", Audience::ohchr) == Reason::public_body);
}

TEST_CASE("release links: national staff are named in no letter to others") {
  Records records;
  records.partner("hrd-abcde2",
                  "kind: defender\nname: Ana Ejemplo\nnational_staff: yes\nconsent:\n"
                  "  - {key: a1, on: 2026-01-10, act: given, case: dam, for: [letter], "
                  "to: [state, ohchr]}\n");
  records.engagement("dam",
                     "kind: case\ntitle: Dam\ncase:\n  status: decided\n"
                     "  alleged_victims: [{key: v1, partner: hrd-abcde2}]\n");
  const auto verdict = [&](Audience audience) {
    return gate(records, audience, Use::letter)
        .victim(*records.data().partner("hrd-abcde2"), *records.data().engagement("dam"), {});
  };
  CHECK(verdict(Audience::state).reason == Reason::national_staff);
  CHECK(verdict(Audience::ohchr).how == Disclosure::full);
}

TEST_CASE("release links: with a case, only the States it happened in are the State concerned") {
  Records records;
  records.partner("hnd", "kind: permanent-mission\nname: Mission\ncountry: HND\n");
  records.partner("pol", "kind: permanent-mission\nname: Mission\ncountry: POL\n");
  records.engagement("dam", "kind: case\ntitle: Dam\ncase: {status: decided, where: [HND]}\n");
  const auto& data = records.data();
  const auto* dam = data.engagement("dam");
  CHECK(release::audience_of(*data.partner("hnd"), dam) == Audience::state);
  CHECK(release::audience_of(*data.partner("pol"), dam) == Audience::other_states);
  CHECK(release::audience_of(*data.partner("pol"), nullptr) == Audience::state);
}

TEST_CASE("release links: who has no record is named as it is written how") {
  const auto said = [](std::string_view name_as, std::string_view text = "Pedro Nadie Victima") {
    Records records;
    records.partner("mission", "kind: permanent-mission\nname: Mission\ncountry: HND\n");
    records.engagement("letter",
                       fmt::format("kind: communication\ntitle: Letter\ncommunication:\n"
                                   "  type: AL\n  addressee: mission\n  alleged_victims:\n"
                                   "    - {{key: v1, text: {}, {}introduce_as: a teacher}}\n"
                                   "  facts: They took <v1>, <v1.introduce_as>.\n",
                                   text, name_as));
    auto purpose = tests::purpose(Audience::state, Use::letter);
    purpose.subject = records.data().engagement("letter");
    const release::Gate gate(records.data(), records.codes(), purpose);
    const auto& letter = *purpose.subject;
    CHECK(release::people_of_letter(gate, "letter")[0].agreed() == (name_as != "name_as: full, "));
    return gate
        .render(letter.communication->facts, letter.head, {Disclosure::full, Reason::open_value})
        .text();
  };
  CHECK(said("name_as: initials, ") == "They took P.N.V.");
  // Two letters would be the whole name, and nothing at all a gap in the letter.
  CHECK(said("name_as: initials, ", "李 明") == "They took a person known to the mandate.");
  CHECK(said("name_as: none, ") == "They took a person known to the mandate.");
  CHECK(said("name_as: described, ") == "They took Pedro Nadie Victima, a teacher.");
  CHECK(said("name_as: full, ") == "They took Pedro Nadie Victima, a teacher.");
}

TEST_CASE("release links: a name that is written by initials stands in no output") {
  Records records;
  records.engagement("dam",
                     "kind: case\ntitle: Dam\ncase:\n  status: decided\n"
                     "  alleged_victims:\n"
                     "    - {key: v1, text: Pedro Nadie Victima, name_as: initials}\n"
                     "    - {key: v2, text: ten others, name_as: described}\n");
  records.office(
      "repository: 00000000-0000-4000-8000-000000000000\n"
      "mandate: sr-human-rights-defenders\nname: Office\n");
  const release::Release released(records.data(), records.library(), *records.office(),
                                  tests::purpose(Audience::state, Use::letter));
  const auto secrets = released.protected_texts();
  REQUIRE(secrets.size() == 1);
  CHECK(secrets[0].text == "Pedro Nadie Victima");
  CHECK(secrets[0].record == "dam");
}

TEST_CASE("release links: a count below five is not told, nor one it would follow from") {
  Records records;
  records.engagement("event", event("attendance: {total: 24, women: 21, men: 3}\n"));
  records.engagement("few", event("attendance: {total: 3}\n"));
  records.engagement("many", event("attendance: {total: 24, women: 12, men: 12, minors: 0}\n"));
  records.engagement("rest", event("attendance: {total: 24, women: 21}\n"));
  const auto hidden = [&](Audience audience, std::string_view id) {
    const auto& came = *records.data().engagement(id)->attendance;
    std::string rows;
    for (const value::Field& row : value::rows_of<model::Attended>().rows)
      if (row.type->present(row.of(&came)) &&
          gate(records, audience).suppresses(row, &came, value::rows_of<model::Attended>()))
        rows += std::string(row.name) + " ";
    return rows;
  };
  CHECK(hidden(Audience::ohchr, "event") == "women men ");
  CHECK(hidden(Audience::ohchr, "rest") == "women ");
  CHECK(hidden(Audience::ohchr, "few") == "total ");
  CHECK(hidden(Audience::ohchr, "many").empty());
  CHECK(hidden(Audience::office, "event").empty());
}

}  // namespace release_links_test
