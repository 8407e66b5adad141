// What is typed to change a field, and the text after it.
#include "app/assignment.hpp"
#include "app/typed_value.hpp"
#include "model/record_type.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace rapport::tests::app_assignment_test {

using app::Assignment;
using app::parse_assignment;
using app::RecordEditor;
using Lines = std::vector<std::string>;

constexpr const char* partner =
    "kind: ngo  # founded in 1999\n"
    "name: Rio Verde Network\n"
    "country: XXA\n"
    "themes: [environment]\n"
    "contacts:\n"
    "  - key: k1\n"
    "    channel: email\n"
    "    value: a@example.org\n"
    "  - key: k3\n"
    "    channel: phone\n"
    "    value: \"0041\"\n"
    "consent:\n"
    "  - {key: a1, on: 2026, act: given}\n";

/// The text after what was typed, or the failure.
std::string after(const std::string& text, const std::vector<std::string>& typed,
                  const value::Type& type = model::partner_type()) {
  RecordEditor editor("x", type, text);
  for (const std::string& word : typed) {
    const auto assignment = parse_assignment(word);
    if (!assignment) return assignment.failure().what;
    if (auto made = editor.make(*assignment); !made) return made.failure().what;
  }
  return editor.text();
}

std::string after(const std::vector<std::string>& typed) { return after("kind: ngo\n", typed); }

TEST_CASE("assignment: what is typed is text, whatever YAML would make of it") {
  CHECK(after({"name=NO"}) == "kind: ngo\nname: \"NO\"\n");
  CHECK(after({"name=0041 22"}) == "kind: ngo\nname: 0041 22\n");
  CHECK(after({"name={"}) == "kind: ngo\nname: \"{\"\n");
  CHECK(after({"name=a: b # c"}) == "kind: ngo\nname: \"a: b # c\"\n");
  CHECK(after({"name=a=b"}) == "kind: ngo\nname: a=b\n");
  CHECK(after({"name=\"quoted\""}) == "kind: ngo\nname: \"\\\"quoted\\\"\"\n");
  CHECK(after({"name=Cafe\u0301"}) == "kind: ngo\nname: Caf\u00e9\n");
  CHECK(after({"name=\u0645\u0646\u0638\u0645\u0629"}) ==
        "kind: ngo\nname: \u0645\u0646\u0638\u0645\u0629\n");
  CHECK(after({"notes=one\ntwo: 2"}) == "kind: ngo\nnotes: |-\n  one\n  two: 2\n");
}

TEST_CASE("assignment: a list takes commas, brackets and one item more or less") {
  CHECK(after({"themes=land-rights, housing"}) == "kind: ngo\nthemes: [land-rights, housing]\n");
  CHECK(after({"themes=[a, b]"}) == "kind: ngo\nthemes: [a, b]\n");
  CHECK(after({"tags=a,b"}) == "kind: ngo\ntags: [a, b]\n");
  CHECK(after({"areas=Washington, D.C."}) == "kind: ngo\nareas: [\"Washington, D.C.\"]\n");
  CHECK(after({"themes+=a", "themes+=b,a"}) == "kind: ngo\nthemes: [a, b]\n");
  CHECK(after({"themes=a,b,c", "themes-=b,x"}) == "kind: ngo\nthemes: [a, c]\n");
  CHECK(after({"themes=a", "themes-=a"}) == "kind: ngo\n");
  CHECK(after({"name+=x"}) == "'name' is no list");
  CHECK(after({"themes+="}) == "nothing is behind 'themes+='");
  CHECK(after({"=x"}) == "'=x' does not begin with a field");
}

TEST_CASE("assignment: items are reached by their key, and a new one gets the next") {
  CHECK(after(partner, {"contacts.k1.value=b@example.org"}).find("value: b@example.org\n") !=
        std::string::npos);
  const std::string added = after(partner, {"contacts+={value: x, channel: signal}"});
  CHECK(added.find("  - key: k4\n    channel: signal\n    value: x\n") != std::string::npos);
  const std::string removed = after(partner, {"contacts-=k1"});
  CHECK(removed.find("k1") == std::string::npos);
  CHECK(removed.find("kind: ngo  # founded in 1999\n") == 0);
  CHECK(after(partner, {"contacts.k2.value=x"}) == "there is no item 'k2' in 'contacts'");
  CHECK(after({"contacts+={channel: signal, value: x}"}) ==
        "kind: ngo\ncontacts:\n  - key: c1\n    channel: signal\n    value: x\n");
  CHECK(after("kind: meeting\n", {"partners+=un-women", "partners+=un-women"},
              model::engagement_type()) == "kind: meeting\npartners:\n  - partner: un-women\n");
}

TEST_CASE("assignment: an item is there already only if it says all that was typed") {
  const std::string meeting = "kind: meeting\npartners:\n  - {partner: un-women, role: host}\n";
  const auto after_meeting = [&](const std::string& typed) {
    return after(meeting, {typed}, model::engagement_type());
  };
  CHECK(after_meeting("partners+=un-women") == meeting);
  CHECK(after_meeting("partners+={role: host, partner: un-women}") == meeting);
  for (const char* typed : {"partners+={partner: un-women, role: speaker}",
                            "partners+={partner: un-women, status: attended}"})
    CHECK(after_meeting(typed) == "partners has 'un-women' already, and it says something else");
  CHECK(after(partner, {"contacts+={key: k1, channel: email}"}) == partner);
  CHECK(after(partner, {"contacts+={key: k1, channel: signal, value: x}"}) ==
        "contacts has 'k1' already, and it says something else");
}

TEST_CASE("assignment: where two items may have one name, a second one is added") {
  const std::string one = "kind: defender\naffiliations:\n  - {body: net, post: driver}\n";
  const std::string two = after(one, {"affiliations+={body: net, post: cook}"});
  CHECK(two.find("driver") != std::string::npos);
  CHECK(two.find("cook") != std::string::npos);
  CHECK(after(two, {"affiliations+=net"}) == two);
  CHECK(after(two, {"affiliations-=net"}) == "affiliations has 2 items 'net'");
  CHECK(after(one, {"affiliations-=net"}) == "kind: defender\n");
  const std::string incidents = after("kind: case\n",
                                      {"case.incidents+={on: 2026-06-01, form: threat}",
                                       "case.incidents+={on: 2026-06-02, form: threat}"},
                                      model::engagement_type());
  CHECK(incidents.find("2026-06-02") != std::string::npos);
}

TEST_CASE("assignment: acts of consent are only ever added, by their own command") {
  for (const char* typed :
       {"consent.a1.until=2027", "consent+={act: given}", "consent=", "consent-=a1", "consent=[]"})
    CHECK(after(partner, {typed}) == "consent is a list of acts, which are only ever added");
}

TEST_CASE("assignment: what is so already is said, and nothing is changed") {
  RecordEditor editor("x", model::partner_type(), partner);
  for (const char* typed : {"country=XXA", "themes+=environment", "themes-=x", "notes="})
    CHECK(editor.make(*parse_assignment(typed)));
  CHECK(!editor.is_changed());
  CHECK(editor.lines() == Lines{});
  CHECK(editor.unchanged() == Lines{"country is XXA already", "themes has environment already",
                                    "themes has no x", "there is no notes"});
}

TEST_CASE("assignment: a field that came from elsewhere is copied before it is added to") {
  const auto inherited = [](std::span<const yaml::Step> path) -> std::optional<yaml::Value> {
    if (path.size() != 1 || path[0].key != "themes") return std::nullopt;
    return yaml::list_value({yaml::text_value("land-rights")});
  };
  RecordEditor added("x", model::engagement_type(), "kind: communication\n", inherited);
  CHECK(added.make(*parse_assignment("themes+=housing")));
  CHECK(added.text() == "kind: communication\nthemes: [land-rights, housing]\n");
  CHECK(added.detached() == Lines{"themes"});
  RecordEditor set("x", model::engagement_type(), "kind: communication\n", inherited);
  CHECK(set.make(*parse_assignment("themes=housing")));
  CHECK(set.text() == "kind: communication\nthemes: [housing]\n");
  CHECK(set.detached() == Lines{"themes"});
}

}  // namespace rapport::tests::app_assignment_test
