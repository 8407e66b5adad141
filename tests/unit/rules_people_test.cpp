// Findings of rules over people: who consented to what, who sits beside whom, and whose names and
// numbers texts hold.
#include "rules_office.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace rapport::tests::rules_people_test {
namespace {

constexpr std::string_view met =
    "  - {key: a1, on: 2026-05-20, act: given, for: [meet-authority], to: [state], by: self}\n";

}  // namespace

TEST_CASE("rules: a letter that names more than the consent allows") {
  const std::string rule = "named-without-consent";
  const auto found = [&](const std::string& acts) {
    return BaseOffice().defender(acts).found(rule);
  };
  CHECK(found(letter_consent("name_as: full, ")) == "");
  CHECK(found(letter_consent("")) == "");
  CHECK(says(found(letter_consent("name_as: initials, ")),
             "'hrd-k7m2qx' was named in full in '2026-al-xxa-dam' to 'xxa-mission-geneva', and the "
             "consent allows initials only"));
  CHECK(says(found(letter_consent("name_as: described, ")), "allows a description only"));
  CHECK(says(found(letter_consent("name_as: none, ")), "allows no name"));
  CHECK(says(found(letter_consent("name_as: full, ") +
                   "  - {key: a2, on: 2026-05-01, act: narrowed, case: examplia-dam, for: "
                   "[letter], to: [state], name_as: initials}\n"),
             "allows initials only"));
}

TEST_CASE("rules: a slot without a setting is official, and so kept from defenders") {
  const std::string rule = "defender-beside-state";
  const auto found = [&](const std::string& slot) { return BaseOffice().slot(slot).found(rule); };
  CHECK(says(found("with: [xxa-mfa, hrd-k7m2qx]"), "are in one official slot, s1"));
  CHECK(says(found("with: [xxa-mfa, hrd-k7m2qx]"), "has no setting"));
  CHECK(found("with: [xxa-mfa, hrd-k7m2qx], setting: independent") == "");
  CHECK(found("with: [xxa-mfa, hrd-k7m2qx], status: cancelled") == "");
  CHECK(found("with: [xxa-mfa, valley-committee]") == "");
}

TEST_CASE("rules: those who arrest and defenders sit apart in every setting but internal") {
  const std::string rule = "defender-beside-state";
  const auto found = [&](const std::string& police, const std::string& setting) {
    BaseOffice office;
    office.write("partners/states/xxa-border-police.yaml",
                 "kind: law-enforcement\nname: Border Police of Examplia\n");
    return office.slot("with: [hrd-k7m2qx, " + police + "], setting: " + setting).found(rule);
  };
  CHECK(says(found("xxa-border-police", "confidential"),
             "'hrd-k7m2qx' and 'xxa-border-police' are in one slot, s1"));
  CHECK(says(found("xxa-border-police", "site-visit"),
             "a body that arrests, watches or charges people"));
  CHECK(found("xxa-border-police", "internal") == "");
  CHECK(found("xxa-provincial-police", "confidential") == "");  // beside-perpetrator says it
}

TEST_CASE("rules: all are together only where each consented to meet an authority") {
  const std::string rule = "defender-beside-state";
  const std::string slot = "with: [xxa-mfa, hrd-k7m2qx], setting: official, together: yes";
  const auto found = [&](std::string_view acts) {
    return BaseOffice().slot(slot).defender(std::string(acts)).found(rule);
  };
  CHECK(found(met) == "");
  CHECK(says(found(letter_consent("")), "'hrd-k7m2qx' meets 'xxa-mfa' in slot s1, and no consent"));
  CHECK(says(found(std::string(met) + "  - {key: a2, on: 2026-06-01, act: withdrawn}\n"),
             "no consent covers it"));
  BaseOffice office;
  office.slot("with: [xxa-mfa, agu-b2b2b2, valley-committee], setting: independent, together: yes");
  office.write("partners/civil-society/agu-b2b2b2.yaml",
               "kind: lawyer\nform: person\nname: Ana Muestra Prueba\n");
  CHECK(says(office.found(rule), "'agu-b2b2b2' meets 'xxa-mfa'"));
  CHECK_FALSE(says(office.found(rule), "valley-committee"));
}

TEST_CASE("rules: one telling tag hides neither ids nor tags of others") {
  BaseOffice office;
  office.write("partners/civil-society/valley-committee.yaml",
               "kind: association\nname: Committee of the Valley\ncountry: XXA\n"
               "tags: [ramirez-family, water]\nkeep_apart: [hrd-k7m2qx]\n");
  office.write("engagements/2026/2026-03-meeting-ejemplo.yaml",
               "kind: meeting\ntitle: Meeting\nstatus: held\nstart: 2026-03-02\n"
               "partners:\n  - {partner: hrd-k7m2qx}\n");
  office.write(defender_path, "kind: defender\nname: Lucía Ejemplo Ramírez\ntags: [lucia, 'x']\n");
  const std::string found = office.found("protected-name-in-id");
  CHECK(says(found, "hrd-k7m2qx.yaml:3:8+5: protected-name-in-id: this tag contains"));
  CHECK(says(found, "valley-committee.yaml:4:8+14: protected-name-in-id: this tag contains"));
  CHECK(says(found, "2026-03-meeting-ejemplo.yaml: protected-name-in-id: this id contains"));
}

TEST_CASE("rules: a number of a protected person in what a letter prints, however it is grouped") {
  const auto found = [](const std::string& facts) {
    BaseOffice office;
    office.write("engagements/cases/examplia-dam.yaml",
                 "kind: case\ntitle: Arrests\nstart: 2026-03-18\ncase:\n  status: acted\n"
                 "  alleged_victims:\n    - {key: v1, partner: hrd-k7m2qx}\n  facts: " +
                     facts + "\n");
    return office.found("protected-contact-in-text");
  };
  CHECK(says(found("Call +999 5555 0101 at night."), "examplia-dam.yaml:8:15+14:"));
  CHECK(says(found("|\n    Call (999) 5555-0101."), "'hrd-k7m2qx', who is protected"));
  CHECK(says(found("Call ٩٩٩\u00A0٥٥٥٥\u00A0٠١٠١."), "'hrd-k7m2qx', who is protected"));
  CHECK(found("On 2026-03-14, +999 5555 0102 called.") == "");
}

TEST_CASE("rules: of one rule a file has a hundred findings, in however many texts they are") {
  std::string text = "kind: other\nname: Office\nareas:\n";
  for (int i = 0; i < 150; ++i) text += "  - Met Lucía Ejemplo, +999 5555 0101\n";
  for (const std::string rule : {"protected-name-in-text", "protected-contact-in-text"}) {
    CAPTURE(rule);
    BaseOffice office;
    office.write("partners/others/a.yaml", text);
    const CheckedRepository checked(office.path(), {}, 1, true, {rule});
    CHECK(checked.findings().size() == 100);
    CHECK(std::ranges::count(checked.findings(), true, &value::Finding::has_more) == 1);
    CHECK(checked.findings().back().has_more);
  }
}

TEST_CASE("rules: a channel in two records, one of them of somebody protected") {
  const auto found = [](const std::string& contact, const std::string& kind = "association") {
    BaseOffice office;
    office.write("partners/civil-society/valley-committee.yaml",
                 "kind: " + kind +
                     "\nname: Committee of the Valley\ncountry: XXA\ncontacts:\n  - {key: c1, " +
                     contact + "}\n");
    return office.found("shared-channel");
  };
  const std::string expected =
      "partners/civil-society/valley-committee.yaml:5:38+14: shared-channel: contact c1 of "
      "'valley-committee' reaches 'hrd-k7m2qx' too, who is protected\n"
      "  note: partners/defenders/hrd-k7m2qx.yaml:9:39+14: the same there\n"
      "  help: keep it only in the record of the partner who publishes it\n";
  CHECK(found("channel: phone, value: +999 5555 0101") == expected);
  CHECK(says(found("channel: phone, value: (999) 5555-0101"), "c1 of 'valley-committee'"));
  CHECK(says(found("channel: phone, value: 5555 0101"), "c1 of 'valley-committee'"));
  CHECK(found("channel: phone, value: +999 5555 0102") == "");
  CHECK(found("channel: phone, value: +999 5555 0101, use: never") == "");
  CHECK(found("channel: in-person, value: At the dam") == "");
  // Two who are protected are in no list of others.
  CHECK(found("channel: phone, value: +999 5555 0101", "defender-group") == "");
}

}  // namespace rapport::tests::rules_people_test
