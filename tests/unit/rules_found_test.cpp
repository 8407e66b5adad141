// Findings of rules with more sides than a fixture has: each case lies over the base of the
// fixtures.
#include "rules_repository.hpp"
#include "scratch.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace rapport::tests::rules_found_test {
namespace {

constexpr std::string_view defender_path = "partners/defenders/hrd-k7m2qx.yaml";
constexpr std::string_view letter_path = "engagements/2026/2026-al-xxa-dam.yaml";

class Office : public test::Scratch {
 public:
  Office() {
    std::filesystem::copy(std::filesystem::path(RAPPORT_SOURCE_DIR) / "tests/fixtures/bad/_base",
                          path(),
                          std::filesystem::copy_options::recursive |
                              std::filesystem::copy_options::overwrite_existing);
  }

  /// The defender of the base with this consent.
  Office& defender(const std::string& acts) {
    write(defender_path,
          "kind: defender\nname: Lucía Ejemplo Ramírez\ncountry: XXA\n"
          "contacts:\n  - {key: k1, channel: signal, value: +999 5555 0101, use: "
          "preferred, verified: 2026-03-20}\nconsent:\n" +
              acts);
    return *this;
  }

  /// A visit with one slot.
  Office& slot(const std::string& fields) {
    write("engagements/2026/2026-07-visit-xxa.yaml",
          "kind: visit\ntitle: Official visit\nstatus: confirmed\ncountry: XXA\nstart: "
          "2026-07-06\nend: 2026-07-15\nvisit:\n  nature: official\n  programme:\n    - {key: s1, "
          "at: 2026-07-07T10:00-06:00, " +
              fields + "}\n");
    return *this;
  }

  std::string found(std::string rule) const {
    return CheckedRepository(path(), {}, 1, true, {std::move(rule)}).text();
  }
};

std::string letter_consent(const std::string& more) {
  return "  - {key: a1, on: 2026-03-20, act: given, case: examplia-dam, for: [letter], to: "
         "[state], states: [XXA], " +
         more + "by: self}\n";
}

bool says(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

constexpr std::string_view met =
    "  - {key: a1, on: 2026-05-20, act: given, for: [meet-authority], to: [state], by: self}\n";

}  // namespace

TEST_CASE("rules: a letter that names more than the consent allows") {
  const std::string rule = "named-without-consent";
  const auto found = [&](const std::string& acts) { return Office().defender(acts).found(rule); };
  CHECK(found(letter_consent("name_as: full, ")) == "");
  CHECK(found(letter_consent("")) == "");
  CHECK(says(found(letter_consent("name_as: initials, ")),
             "'hrd-k7m2qx' was named in full, and the consent allows initials only"));
  CHECK(says(found(letter_consent("name_as: described, ")), "allows a description only"));
  CHECK(says(found(letter_consent("name_as: none, ")), "allows no name"));
  CHECK(says(found(letter_consent("name_as: full, ") +
                   "  - {key: a2, on: 2026-05-01, act: narrowed, case: examplia-dam, for: "
                   "[letter], to: [state], name_as: initials}\n"),
             "allows initials only"));
}

TEST_CASE("rules: a slot without a setting is official, and so kept from defenders") {
  const std::string rule = "defender-beside-state";
  const auto found = [&](const std::string& slot) { return Office().slot(slot).found(rule); };
  CHECK(says(found("with: [xxa-mfa, hrd-k7m2qx]"), "are in one official slot, s1"));
  CHECK(says(found("with: [xxa-mfa, hrd-k7m2qx]"), "has no setting"));
  CHECK(found("with: [xxa-mfa, hrd-k7m2qx], setting: independent") == "");
  CHECK(found("with: [xxa-mfa, hrd-k7m2qx], status: cancelled") == "");
  CHECK(found("with: [xxa-mfa, valley-committee]") == "");
}

TEST_CASE("rules: those who arrest and defenders sit apart in every setting but internal") {
  const std::string rule = "defender-beside-state";
  const auto found = [&](const std::string& police, const std::string& setting) {
    Office office;
    office.write("partners/states/xxa-border-police.yaml",
                 "kind: law-enforcement\nname: Border Police of Examplia\n");
    return office.slot("with: [hrd-k7m2qx, " + police + "], setting: " + setting).found(rule);
  };
  CHECK(says(found("xxa-border-police", "confidential"),
             "'hrd-k7m2qx' and 'xxa-border-police' are in one slot, s1"));
  CHECK(says(found("xxa-border-police", "site-visit"), "who arrest, watch and charge"));
  CHECK(found("xxa-border-police", "internal") == "");
  CHECK(found("xxa-provincial-police", "confidential") == "");  // beside-perpetrator says it
}

TEST_CASE("rules: all are together only where each consented to meet an authority") {
  const std::string rule = "defender-beside-state";
  const std::string slot = "with: [xxa-mfa, hrd-k7m2qx], setting: official, together: yes";
  const auto found = [&](std::string_view acts) {
    return Office().slot(slot).defender(std::string(acts)).found(rule);
  };
  CHECK(found(met) == "");
  CHECK(says(found(letter_consent("")), "'hrd-k7m2qx' meets 'xxa-mfa' in slot s1, and no consent"));
  CHECK(says(found(std::string(met) + "  - {key: a2, on: 2026-06-01, act: withdrawn}\n"),
             "no consent covers it"));
  Office office;
  office.slot("with: [xxa-mfa, agu-b2b2b2, valley-committee], setting: independent, together: yes");
  office.write("partners/civil-society/agu-b2b2b2.yaml",
               "kind: lawyer\nform: person\nname: Ana Muestra Prueba\n");
  CHECK(says(office.found(rule), "'agu-b2b2b2' meets 'xxa-mfa'"));
  CHECK_FALSE(says(office.found(rule), "valley-committee"));
}

TEST_CASE("rules: one telling tag hides neither ids nor tags of others") {
  Office office;
  office.write("partners/civil-society/valley-committee.yaml",
               "kind: association\nname: Committee of the Valley\ncountry: XXA\n"
               "tags: [ramirez-family, water]\nkeep_apart: [hrd-k7m2qx]\n");
  office.write("engagements/2026/2026-03-meeting-ejemplo.yaml",
               "kind: meeting\ntitle: Meeting\nstatus: held\nstart: 2026-03-02\n"
               "partners:\n  - {partner: hrd-k7m2qx}\n");
  office.write(defender_path, "kind: defender\nname: Lucía Ejemplo Ramírez\ntags: [lucia, 'x']\n");
  const std::string found = office.found("protected-name-in-id");
  CHECK(says(found, "hrd-k7m2qx.yaml:3:8+5: protected-name-in-id: this tag holds"));
  CHECK(says(found, "valley-committee.yaml:4:8+14: protected-name-in-id: this tag holds"));
  CHECK(says(found, "2026-03-meeting-ejemplo.yaml: protected-name-in-id: this id holds"));
}

TEST_CASE("rules: a number of a protected person in what a letter prints, however it is grouped") {
  const auto found = [](const std::string& facts) {
    Office office;
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
    Office office;
    office.write("partners/others/a.yaml", text);
    const CheckedRepository checked(office.path(), {}, 1, true, {rule});
    CHECK(checked.findings().size() == 100);
    CHECK(std::ranges::count(checked.findings(), true, &value::Finding::has_more) == 1);
    CHECK(checked.findings().back().has_more);
  }
}

TEST_CASE("rules: a channel in two records, one of them of somebody protected") {
  const auto found = [](const std::string& contact, const std::string& kind = "association") {
    Office office;
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
      "  help: keep it in the record of the one who publishes it\n";
  CHECK(found("channel: phone, value: +999 5555 0101") == expected);
  CHECK(says(found("channel: phone, value: (999) 5555-0101"), "c1 of 'valley-committee'"));
  CHECK(says(found("channel: phone, value: 5555 0101"), "c1 of 'valley-committee'"));
  CHECK(found("channel: phone, value: +999 5555 0102") == "");
  CHECK(found("channel: phone, value: +999 5555 0101, use: never") == "");
  CHECK(found("channel: in-person, value: At the dam") == "");
  // Two who are protected are in no list of others.
  CHECK(found("channel: phone, value: +999 5555 0101", "defender-group") == "");
}

TEST_CASE("rules: a quoted key is the same key") {
  Office office;
  office.write("engagements/cases/examplia-dam.yaml",
               "kind: case\ntitle: Arrests\nstart: 2026-03-18\nclassification: confidential\n"
               "case:\n  where: [\"XXA\"]\n  status: acted\n  alleged_victims:\n"
               "    - {key: \"v1\", partner: hrd-k7m2qx}\n    - {key: 'v2', text: A relative}\n"
               "    - {key: v2, text: Another}\n  facts: On 14 March 2026, <v1> was arrested.\n");
  CHECK(office.found("unknown-mark") == "");
  CHECK(says(office.found("key-not-unique"), "examplia-dam.yaml:11:13+2: key-not-unique"));
  office.write(defender_path,
               "kind: defender\nname: Lucía Ejemplo Ramírez\nlanguages: ['xx', \"es\"]\n");
  CHECK(says(office.found("unknown-language"), ":3:14+2: unknown-language: 'xx'"));
}

TEST_CASE("rules: an empty text that must be there is missing") {
  Office office;
  office.write("engagements/2026/2026-02-meeting.yaml",
               "kind: meeting\ntitle: \"\"\nstart: 2026-02-10\nneeds:\n"
               "  - {key: n1, text: '  '}\n  - {key: n2, text: 'a'}\n");
  const std::string found = office.found("missing-required");
  CHECK(says(found, ":2:8+2: missing-required: 'title' is missing"));
  CHECK(says(found, ":5:21+4: missing-required: 'text' is missing"));
  CHECK_FALSE(says(found, ":6:"));
  office.write("partners/states/xxa-mfa.yaml", "kind: government\nname: ''\ncountry: XXA\n");
  CHECK(says(office.found("missing-required"), "xxa-mfa.yaml:2:7+2"));
}

TEST_CASE("rules: block text can begin like a formula") {
  Office office;
  office.write("engagements/2026/2026-02-meeting.yaml",
               "kind: meeting\ntitle: Meeting\nstart: 2026-02-10\nsummary: |-\n\n  =1+1\n"
               "public_summary: >-\n  a = b\n");
  const std::string found = office.found("formula-like");
  CHECK(says(found, "'summary' begins like a formula"));
  CHECK_FALSE(says(found, "public_summary"));
}

TEST_CASE("rules: a text begins like a formula behind what is drawn as a space or as nothing") {
  for (const std::string title :
       {"\u00A0=1+1", "'\u202F@SUM(1)'", "\u200B+1+cmd|x", "\"\\u00A0-1+1\""}) {
    CAPTURE(title);
    Office office;
    office.write("engagements/2026/2026-02-meeting.yaml",
                 "kind: meeting\ntitle: " + title + "\nstart: 2026-02-10\n");
    CHECK(says(office.found("formula-like"), "2026-02-meeting.yaml:2:8+"));
    CHECK(says(office.found("formula-like"), "formula-like: 'title' begins like a formula"));
  }
  Office office;
  office.write("engagements/2026/2026-02-meeting.yaml",
               "kind: meeting\ntitle: \u00A0Meeting = talk\nstart: 2026-02-10\n");
  CHECK(office.found("formula-like") == "");
}

TEST_CASE("rules: between takes two dates in their order") {
  const auto found = [](const std::string& between) {
    Office office;
    office.write("engagements/2026/2026-02-meeting.yaml",
                 "kind: meeting\ntitle: Meeting\nbetween: " + between + "\n");
    return office.found("end-before-start");
  };
  CHECK(found("[2026-01, 2026-03]") == "");
  CHECK(says(found("[2026-03, 2026-01]"), "before it begins"));
  CHECK(says(found("[2026-01, 2026-02, 2026-03]"), "between two dates, and here are 3"));
  CHECK(says(found("[2026-01]"), "and here are 1"));
}

TEST_CASE("rules: what two letters have in common is said once") {
  Office office;
  office.defender(letter_consent("name_as: full, until: 2026-04-01, "));
  office.write("engagements/cases/examplia-dam.yaml",
               "kind: case\ntitle: Arrests\nstart: 2026-03-18\nclassification: confidential\n"
               "case:\n  where: [XXA]\n  status: acted\n  alleged_victims:\n"
               "    - {key: v1, partner: hrd-k7m2qx}\n");
  for (const std::string name : {"2026-al-one", "2026-al-two"})
    office.write("engagements/2026/" + name + ".yaml",
                 "kind: communication\ntitle: Letter\npart_of: examplia-dam\ncommunication: {type: "
                 "AL, addressee: xxa-mission-geneva}\n");
  std::filesystem::remove(office.at(letter_path));
  const std::string found = office.found("consent-not-valid");
  CHECK(says(found, "has expired"));
  CHECK(found.find("has expired") == found.rfind("has expired"));
}

TEST_CASE("rules: the first of two keys is shown") {
  const auto found = [](const std::string& text) {
    Office office;
    office.write("engagements/2026/2026-02-meeting.yaml", text);
    return office.found("duplicate-key");
  };
  CHECK(says(found("kind: meeting\ntitle: One\nsummary: |\n  title: no\nstart: 2026\ntitle: Two\n"),
             "2026-02-meeting.yaml:2:1+5: the first one"));
  CHECK(says(found("kind: meeting\ntitle: x\npartners:\n  - partner: a\n    role: host\n  - role: "
                   "host\n    partner: b\n    role: speaker\n"),
             ":6:5+4: the first one"));
  CHECK(says(found("kind: meeting\ntitle: x\npartners:\n  - {role: host, partner: a,\n     role: "
                   "speaker}\n"),
             ":4:6+4: the first one"));
}

TEST_CASE("rules: remedies that say what was meant") {
  const auto help = [](const std::string& text, const std::string& rule) {
    Office office;
    office.write("engagements/2026/2026-02-meeting.yaml",
                 "kind: meeting\ntitle: x\nstart: 2026-02-10\n" + text);
    return office.found(rule);
  };
  CHECK(says(help("partners:\n  - {partner: xxa-mfa, role: victim}\n", "unknown-word"),
             "write 'alleged-victim'"));
  CHECK(says(help("end: 2026-11-31\n", "wrong-date"), "November 2026 has 30 days"));
  CHECK(says(help("end: 2026-02-29T10:00Z\n", "wrong-date"), "February 2026 has 28 days"));
  CHECK(says(help("end: 2026-13-01\n", "wrong-date"), "write YYYY-MM-DD"));
  CHECK(says(help("country: XXT\n", "unknown-state"), "write `territory: XXT`"));
  CHECK(says(help("country: Western Sahara\n", "unknown-state"), "write `territory: ESH`"));
  CHECK(says(help("place: here\n mode: online\n", "syntax-several-lines"), "at the column of"));
  CHECK(says(help("place: here\n  and there\n", "syntax-several-lines"), "write `>-`"));
  CHECK(says(help("place: 'here\n", "syntax-quote"), "close it on this line"));
  Office office;
  office.write("partners/states/xxa-mfa.yaml",
               "kind: government\nname: Ministry\nphone: +41 22 917 12 34\n");
  CHECK(says(office.found("unknown-key"), "channel: phone"));
  CHECK(says(office.found("unknown-key"), "below `contacts:`"));
}

TEST_CASE("rules: moving a record works where the folder is missing and whatever it is called") {
  Office office;
  office.write("partners/a b;c/xxa-ministry.yaml", "kind: government\nname: Ministry\n");
  CHECK(says(office.found("wrong-folder"),
             "mkdir -p partners/states && mv 'partners/a b;c/xxa-ministry.yaml' partners/states/"));
}

TEST_CASE("rules: of two acts of consent in a merge conflict both are to be kept") {
  const std::string head =
      "kind: defender\nname: Lucía Ejemplo Ramírez\ncountry: XXA\nconsent:\n"
      "  - key: a1\n    on: 2026-01-01\n    act: refused\n";
  const auto conflict = [](const std::string& ours, const std::string& theirs) {
    return "<<<<<<< HEAD\n" + ours + "=======\n" + theirs + ">>>>>>> x\n";
  };
  const std::string ours = "  - key: a2\n    on: 2026-04-02\n    act: withdrawn\n";
  const std::string theirs = "  - key: a2\n    on: 2026-04-01\n    act: given\n";
  const std::string acts =
      "1+7: conflict-marker: unresolved merge conflict between acts of consent\n"
      "  help: keep the acts of consent of both versions, since acts are only ever added; of two "
      "with one key give the later one another, such as a3; then remove the lines <<<<<<<, ======= "
      "and >>>>>>>\n";
  const std::string other =
      "1+7: conflict-marker: unresolved merge conflict\n"
      "  help: keep one version, and remove the lines <<<<<<<, ======= and >>>>>>>\n";
  const auto found = [](const std::string& text, std::string_view path = defender_path) {
    Office office;
    office.write(path, text);
    return office.found("conflict-marker");
  };
  const std::string at = std::string(defender_path) + ":";

  CHECK(found(head + conflict(ours, theirs)) == at + "8:" + acts);
  CHECK(found(head + conflict(ours, theirs) + "notes: x\n") == at + "8:" + acts);
  // Only what differs of two acts is between the lines.
  CHECK(found(head + "  - key: a2\n" + conflict("    act: given\n", "    act: refused\n")) ==
        at + "9:" + acts);
  // A list at the key's own column, in one line, and begun by both.
  const auto in_column = [](std::string text) {
    for (std::size_t line = 0; line < text.size(); line = text.find('\n', line) + 1)
      if (text.compare(line, 2, "  ") == 0) text.erase(line, 2);
    return text;
  };
  CHECK(found(in_column(head + conflict(ours, theirs))) == at + "8:" + acts);
  CHECK(found("kind: defender\nname: A\n" +
              conflict("consent: [{key: a2, on: 2026, act: refused}]\n",
                       "consent: [{key: \"a1\", on: 2026, act: given}]\n")) == at + "3:" + acts);
  CHECK(found("kind: defender\nname: A\n" + conflict("consent:\n" + ours, "consent:\n" + theirs)) ==
        at + "3:" + acts);
  std::string windows = head + conflict(ours, theirs);
  for (std::size_t i = 0; (i = windows.find('\n', i)) != windows.npos; i += 2)
    windows.insert(i, "\r");
  CHECK(found(windows) == at + "8:" + acts);

  CHECK(found("kind: defender\n" + conflict("name: A\n", "name: B\n") + "consent: []\n") ==
        at + "2:" + other);
  CHECK(found(head + conflict("notes: consent\n", "notes: consent withdrawn\n")) ==
        at + "8:" + other);
  // Another conflict before, another entry in it, and what both versions come from.
  CHECK(says(found("kind: defender\n" + conflict("name: A\n", "name: B\n") + "consent:\n" +
                   conflict(ours, theirs)),
             "such as a3; keep one version of everything else; then remove"));
  CHECK(says(found(head + conflict(ours + "risk: {level: high}\n", theirs)),
             "such as a3; keep one version of everything else; then remove"));
  CHECK(says(found(head + conflict(ours + "||||||| base\n", theirs)),
             "the lines <<<<<<<, ||||||| with what is below it, ======= and >>>>>>>"));
  // Of an engagement it is no act.
  CHECK(says(found("kind: meeting\nconsent:\n" + conflict(ours, theirs), letter_path), other));
}

TEST_CASE("rules: a remedy is one line of a shell, whatever a file is called") {
  Office office;
  office.write("partner/a\nb.yaml", "kind: ngo\n");
  std::filesystem::rename(office.at("partner"), office.at("partners/a\nb"));
  office.write("partners/a\nb/xxa-ministry.yaml", "kind: government\nname: M\ncountry: XXA\n");
  CHECK(says(office.found("wrong-folder"), "mv $'partners/a\\012b/xxa-ministry.yaml'"));
}

}  // namespace rapport::tests::rules_found_test
