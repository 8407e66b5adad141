// Findings of rules over how records are written, and the remedies they offer.
#include "rules_office.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace rapport::tests::rules_found_test {

TEST_CASE("rules: a quoted key is the same key") {
  BaseOffice office;
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

TEST_CASE("rules: a key written with an escape is taken like any other") {
  BaseOffice office;
  office.write("engagements/cases/examplia-dam.yaml",
               "kind: case\ntitle: Arrests\nstart: 2026-03-18\nclassification: confidential\n"
               "case:\n  where: [XXA]\n  status: acted\n  alleged_victims:\n"
               "    - {key: v1, text: A relative}\n    - {key: \"v\\u0031\", text: Another}\n");
  CHECK(says(office.found("key-not-unique"), "examplia-dam.yaml:10:14+2: key-not-unique"));
}

TEST_CASE("rules: an empty text that must be there is missing") {
  BaseOffice office;
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
  BaseOffice office;
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
    BaseOffice office;
    office.write("engagements/2026/2026-02-meeting.yaml",
                 "kind: meeting\ntitle: " + title + "\nstart: 2026-02-10\n");
    CHECK(says(office.found("formula-like"), "2026-02-meeting.yaml:2:8+"));
    CHECK(says(office.found("formula-like"), "formula-like: 'title' begins like a formula"));
  }
  BaseOffice office;
  office.write("engagements/2026/2026-02-meeting.yaml",
               "kind: meeting\ntitle: \u00A0Meeting = talk\nstart: 2026-02-10\n");
  CHECK(office.found("formula-like") == "");
}

TEST_CASE("rules: between takes two dates in their order") {
  const auto found = [](const std::string& between) {
    BaseOffice office;
    office.write("engagements/2026/2026-02-meeting.yaml",
                 "kind: meeting\ntitle: Meeting\nbetween: " + between + "\n");
    return office.found("end-before-start");
  };
  CHECK(found("[2026-01, 2026-03]") == "");
  CHECK(says(found("[2026-03, 2026-01]"), "before it begins"));
  CHECK(says(found("[2026-01, 2026-02, 2026-03]"), "`between` takes two dates, and has 3"));
  CHECK(says(found("[2026-01]"), "takes two dates, and has 1"));
}

TEST_CASE("rules: what two letters have in common is said once") {
  BaseOffice office;
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
    BaseOffice office;
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
    BaseOffice office;
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
  BaseOffice office;
  office.write("partners/states/xxa-mfa.yaml",
               "kind: government\nname: Ministry\nphone: +41 22 917 12 34\n");
  CHECK(says(office.found("unknown-key"), "channel: phone"));
  CHECK(says(office.found("unknown-key"), "below `contacts:`"));
}

TEST_CASE("rules: a record is moved by its id, whatever its folder is called") {
  BaseOffice office;
  office.write("partners/a b;c/xxa-ministry.yaml", "kind: government\nname: Ministry\n");
  CHECK(says(office.found("wrong-folder"), "help: rapport rename xxa-ministry --move\n"));
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
      "  help: keep the acts of consent of both versions, since acts are only ever added; if two "
      "have one key, give the later one another key, such as a3; then remove the lines <<<<<<<, "
      "======= and >>>>>>>\n";
  const std::string other =
      "1+7: conflict-marker: unresolved merge conflict\n"
      "  help: keep one version, and remove the lines <<<<<<<, ======= and >>>>>>>\n";
  const auto found = [](const std::string& text, std::string_view path = defender_path) {
    BaseOffice office;
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
  CHECK(says(found("kind: meeting\nconsent:\n" + conflict(ours, theirs), letter_path),
             "keep the items of both versions, each once; of two with one key keep the right one"));
  // What is in no list is one thing.
  CHECK(says(found("<<<<<<< HEAD\nkind: ngo\n=======\nkind: media\n>>>>>>> x\n"), other));
}

TEST_CASE("rules: of two entries of a list that only grows both are to be kept") {
  const auto found = [](const std::string& text) {
    BaseOffice office;
    office.write(letter_path, text);
    return office.found("conflict-marker");
  };
  const std::string conflict =
      "<<<<<<< HEAD\n    - {key: r2, kind: holding}\n=======\n    - {key: r2, kind: "
      "substantive}\n>>>>>>> x\n";
  CHECK(says(found("kind: communication\ncommunication:\n  type: AL\n  replies:\n"
                   "    - {key: r1, kind: holding}\n" +
                   conflict),
             "keep the entries of `replies` of both versions, since they are only ever added; if "
             "two have one key, give the later one another key, such as r3"));
  CHECK(says(found("kind: case\ncase:\n  steps:\n" + conflict), "entries of `steps`"));
  CHECK(says(found("kind: case\ncase:\n  submissions:\n" + conflict), "entries of `submissions`"));
  CHECK(says(found("kind: case\ncase:\n  where:\n" + conflict), "keep one version"));
}

TEST_CASE("rules: a remedy is one line of a shell, whatever a file is called") {
  BaseOffice office;
  office.write("partner/a\nb.yaml", "kind: ngo\n");
  std::filesystem::rename(office.at("partner"), office.at("partners/a\nb"));
  office.write("partners/a\nb/xxa-ministry.yaml", "kind: government\nname: M\ncountry: XXA\n");
  CHECK(says(office.found("wrong-folder"), "rapport rename xxa-ministry --move"));
}

}  // namespace rapport::tests::rules_found_test
