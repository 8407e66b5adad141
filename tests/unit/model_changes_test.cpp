// What differs between two versions of a record, and how one becomes the other.
#include "model/changes.hpp"
#include "model/record_type.hpp"
#include "yaml/write.hpp"

#include <doctest/doctest.h>

#include <string>

namespace rapport::tests::model_changes_test {

using yaml::Value;

namespace {

Value read(std::string_view text) {
  yaml::Tree tree;
  REQUIRE(yaml::parse(text, tree).error.problem == yaml::Problem::none);
  return yaml::value_of(text, tree);
}

/// "+ areas[2]", "- contacts.m1", "~ name", "> languages.es 3": added, removed, changed, moved.
std::string told(const value::Type& type, std::string_view before, std::string_view after) {
  std::string out;
  for (const auto& change : model::changes(read(before), read(after), type)) {
    if (!out.empty()) out += ", ";
    out += change.moved_from ? "> " : !change.before ? "+ " : !change.after ? "- " : "~ ";
    out += change.spelled;
    if (change.moved_from) out += " " + std::to_string(*change.moved_from + 1);
  }
  return out;
}

std::string of_partner(std::string_view before, std::string_view after) {
  return told(model::partner_type(), before, after);
}
std::string of_engagement(std::string_view before, std::string_view after) {
  return told(model::engagement_type(), before, after);
}

}  // namespace

TEST_CASE("changes: neither the order of fields nor how they are written is a difference") {
  CHECK(of_partner("kind: ngo\nname: 'A'\n", "name: A # new\nkind: \"ngo\"\n").empty());
  CHECK(of_partner("areas: [a, b]\n", "areas:\n  - a\n  - b\n").empty());
  CHECK(
      of_partner("risk: {level: low, assessed: 2026}\n", "risk:\n  assessed: 2026\n  level: low\n")
          .empty());
}

TEST_CASE("changes: fields are told in the order of the table") {
  CHECK(of_partner("notes: x\nkind: ngo\nname: A\n", "level: local\nname: B\nkind: ngo\n") ==
        "~ name, + level, - notes");
}

TEST_CASE("changes: items of a list go by their key, and their fields are told") {
  CHECK(of_partner("contacts:\n  - {key: m1, channel: mobile, value: \"1\"}\n"
                   "  - {key: m2, channel: mobile, value: \"2\"}\n",
                   "contacts:\n  - {key: m0, channel: fax, value: \"0\"}\n"
                   "  - {key: m2, channel: mobile, value: \"2\", use: never}\n") ==
        "- contacts.m1, + contacts.m0, + contacts.m2.use");
}

TEST_CASE("changes: a partner who took part is the same one with another role") {
  CHECK(of_engagement("partners:\n  - {partner: a, role: host}\n  - {partner: b}\n",
                      "partners:\n  - {partner: b}\n  - {partner: a, role: speaker}\n") ==
        "> partners.b 2, ~ partners.a.role");
}

TEST_CASE("changes: items without a name are the same where they say much the same") {
  CHECK(of_engagement("visit:\n  steps:\n    - {on: 2025, step: requested, by: office}\n"
                      "    - {on: 2026, step: reminder, by: office}\n",
                      "visit:\n  steps:\n    - {on: 2025-03, step: requested, by: office}\n"
                      "    - {on: 2026, step: reminder, by: office}\n"
                      "    - {on: 2026, step: accepted, by: xxa-mfa}\n") ==
        "~ visit.steps[1].on, + visit.steps.xxa-mfa");
}

TEST_CASE("changes: a code is another one or the same, a text can be much the same") {
  CHECK(of_partner("themes: [land-rights]\n", "themes: [water]\n") ==
        "- themes.land-rights, + themes.water");
  CHECK(of_engagement("outcomes:\n  - they will meet again in May\n",
                      "outcomes:\n  - they will meet again in June\n  - all agreed\n") ==
        "~ outcomes[1], + outcomes[2]");
}

TEST_CASE("changes: of plain values those are told that came, went and moved") {
  CHECK(of_partner("languages: [es, en, fr]\n", "languages: [en, es, pt]\n") ==
        "- languages.fr, > languages.en 2, + languages.pt");
}

TEST_CASE("changes: a block for a value, and a list that goes, are whole") {
  CHECK(of_partner("listed: yes\n", "listed:\n  url: x\n") == "~ listed");
  CHECK(of_partner("tags: [a, b]\n", "kind: ngo\n") == "+ kind, - tags");
  CHECK(of_partner("unheard: {of: a}\n", "unheard: {of: b}\n") == "~ unheard.of");
}

}  // namespace rapport::tests::model_changes_test
