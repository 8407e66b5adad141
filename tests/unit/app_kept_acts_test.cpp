// Acts of consent are only ever added, by whatever changes a record.
#include "app/edit_text.hpp"
#include "in_memory.hpp"

namespace rapport::tests::app_kept_acts_test {
namespace {

const std::string path = "partners/civil-society/agua.yaml";
const std::string head = "kind: ngo\nname: Agua\n";
const std::string first =
    "  - {key: a1, on: 2026-01-02, act: given, for: [contact], to: [office], by: organisation}\n";
const std::string second = "  - {key: a2, on: 2026-03-04, act: withdrawn, by: organisation}\n";
const std::string acts = head + "consent:\n" + first + second;

/// "" or the first line of why it would not be saved.
std::string refusal(const std::string& before, const std::string& after) {
  const InMemory files(std::map<std::string, std::string>{{path, before}});
  const auto output =
      app::write_texts(*files.snapshot(), nullptr, InMemory::occasion(), {{"agua", path, after}});
  return output ? "" : output.failure().what.substr(0, output.failure().what.find('\n'));
}

std::string with(std::string_view old, std::string_view other, std::string text) {
  REQUIRE(text.find(old) != std::string::npos);
  return text.replace(text.find(old), old.size(), other);
}

TEST_CASE("acts of consent: none is changed, removed or moved in an editor") {
  const auto lost = [](std::string_view key, std::string_view how) {
    return "act " + std::string(key) + " in the consent of 'agua' would be " + std::string(how) +
           "; acts are only ever added";
  };
  CHECK(refusal(acts, with("[contact]", "[contact, press]", acts)) == lost("a1", "changed"));
  CHECK(refusal(acts, with("2026-03-04", "2026-03", acts)) == lost("a2", "changed"));
  CHECK(refusal(acts, with(second, "", acts)) == lost("a2", "removed"));
  CHECK(refusal(acts, head) == lost("a1", "removed"));
  CHECK(refusal(acts, with("key: a1", "key: a3", acts)) == lost("a1", "removed"));
  CHECK(refusal(acts, head + "consent:\n" + second + first) == lost("a2", "moved"));
}

TEST_CASE("acts of consent: added ones, and other ways to write them, are no change") {
  CHECK(refusal(acts, acts + "  - {key: a3, on: 2026-05-06, act: refused}\n") == "");
  CHECK(refusal(acts, with("name: Agua", "name: Agua Viva", acts)) == "");
  CHECK(refusal(acts, with("by: organisation}", "by: \"organisation\" }  # said so",
                           with("act: given, ", "", with("{key", "{act: given, key", acts)))) ==
        "");
}

TEST_CASE("acts of consent: what could not be read, or has the key of another, can be put right") {
  const std::string unread = with("[contact]", "[contakt]", acts);
  CHECK(refusal(unread, acts) == "");
  CHECK(refusal(unread, with(second, "", acts)) != "");
  const std::string twice = with("key: a2", "key: a1", acts);
  CHECK(refusal(twice, acts) == "");
  CHECK(refusal(twice, with("2026-03-04", "2026-03", acts)) != "");
}

}  // namespace
}  // namespace rapport::tests::app_kept_acts_test
