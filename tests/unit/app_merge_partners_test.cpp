// Two records of one partner become one: nothing that either says is lost, and the stricter side
// wins.
#include "app/merge_partners.hpp"
#include "in_memory.hpp"

#include <string_view>

namespace rapport::tests::app_merge_partners_test {
namespace {

using Files = std::map<std::string, std::string>;

const std::string kept = "partners/defenders/hrd-aaaaaa.yaml";
const std::string dropped = "partners/defenders/hrd-bbbbbb.yaml";
const std::string meeting = "engagements/2026/2026-02-meeting.yaml";
const std::string meeting_head = "kind: meeting\ntitle: Talk\nstatus: held\nstart: 2026-02-03\n";

std::string merged(Files files, app::MergeChoices choices = {}) {
  return said(app::merge_partners(*InMemory(std::move(files)).snapshot(), nullptr,
                                  {.occasion = InMemory::occasion(),
                                   .keep = "hrd-aaaaaa",
                                   .drop = "hrd-bbbbbb",
                                   .choices = std::move(choices)}));
}

std::string of_two(const std::string& keep, const std::string& drop,
                   app::MergeChoices choices = {}) {
  return merged({{kept, "kind: defender\n" + keep}, {dropped, "kind: defender\n" + drop}},
                std::move(choices));
}

bool has(const std::string& text, std::string_view part) {
  const bool found = text.find(part) != std::string::npos;
  if (!found) MESSAGE(text);
  return found;
}

TEST_CASE("merge: lists are united, and the other name is an alias") {
  const auto text = of_two("name: María Ejemplo\nthemes: [land-rights]\n",
                           "name: Maria Ejemplo R.\naliases: [M. E., María Ejemplo]\n"
                           "themes: [land-rights, environment]\ntags: [x]\n");
  CHECK(has(text, "+aliases: [Maria Ejemplo R., M. E.]\n"));
  CHECK(has(text, "+themes: [land-rights, environment]\n"));
  CHECK(has(text, "+tags: [x]\n"));
  CHECK(has(text, "--- a/" + dropped + "\n+++ /dev/null\n"));
}

TEST_CASE("merge: where the record that goes speaks of itself, the one that stays is meant") {
  const auto text = of_two("name: María Ejemplo\nnotes: Met once.\n",
                           "name: María Ejemplo\nnotes: As <hrd-bbbbbb> said.\n");
  CHECK(has(text, "+  As <hrd-aaaaaa> said.\n"));
  CHECK(has(text, "changed 0 references\n"));
}

TEST_CASE("merge: a way to reach them is known by what it is, and never stays never") {
  const auto text = of_two(
      "name: María Ejemplo\ncontacts:\n"
      "  - {key: k1, channel: signal, value: +41 22 917 12 34, use: preferred}\n",
      "name: María Ejemplo\ncontacts:\n"
      "  - {key: k1, channel: signal, value: 0041 22 917 1234, use: never, zone: Europe/Zurich}\n"
      "  - {key: k2, channel: email, value: m@example.org, use: preferred}\n"
      "  - {key: k1x, channel: phone, value: +41 22 917 12 35}\n");
  CHECK(has(text, "use: never"));
  CHECK(has(text, "zone: Europe/Zurich"));
  CHECK(has(text, "contacts: k1 is never to be used"));
  CHECK(has(text, "{key: k2, channel: email, value: m@example.org, use: allowed}"));
  CHECK(has(text, "contacts: 2 added"));
}

TEST_CASE("merge: all acts of consent are kept, under keys of their own") {
  const auto text = of_two(
      "name: María Ejemplo\nconsent:\n"
      "  - {key: a1, on: 2026-01-02, act: given, for: [share-contact], to: [ohchr], by: self}\n",
      "name: María Ejemplo\nconsent:\n"
      "  - {key: a1, on: 2026-03-02, act: withdrawn, by: self}\n"
      "  - {key: a2, on: 2026-01-02, act: given, for: [share-contact], to: [ohchr], by: self}\n");
  CHECK(has(text, "consent: their a1 is now a2"));
  CHECK(has(text, "consent: 1 act added"));
  CHECK(has(text, "{key: a2, on: 2026-03-02, act: withdrawn, by: self}"));
  CHECK(has(text, "consent allows nothing today"));
}

TEST_CASE("merge: the stricter classification") {
  CHECK(has(of_two("name: María Ejemplo\nclassification: unclassified\n", "name: María Ejemplo\n"),
            "+classification: confidential\n"));
  CHECK(has(of_two("name: María Ejemplo\n",
                   "name: María Ejemplo\nclassification: strictly-confidential\n"),
            "+classification: strictly-confidential\n"));
  const auto text =
      of_two("name: María Ejemplo\n", "name: María Ejemplo\nclassification: unclassified\n");
  CHECK(text.find("\n+classification") == std::string::npos);
}

TEST_CASE("merge: what differs is for somebody to decide") {
  const std::string keep = "name: María Ejemplo\ngender: woman\ncountry: HND\n";
  const std::string drop = "name: María Ejemplo\ngender: other\ncountry: GTM\n";
  CHECK(of_two(keep, drop) ==
        "! 'hrd-aaaaaa' and 'hrd-bbbbbb' do not say the same\n  gender\n  country: HND, and GTM\n"
        "! hint: --keep gender,country for what 'hrd-aaaaaa' says, --take gender,country for what "
        "'hrd-bbbbbb' says\n");
  const auto text = of_two(keep, drop, {.take = {"country"}, .keep = {"gender"}});
  CHECK(has(text, "-country: HND\n+country: GTM\n"));
  CHECK(has(text, "gender: kept"));
  CHECK(of_two(keep, drop, {.take = {"land"}, .keep = {}}).starts_with("! there is no field"));
}

TEST_CASE("merge: an engagement that lists both lists one, the fuller") {
  const Files both = {
      {kept, "kind: defender\nname: María Ejemplo\n"},
      {dropped, "kind: defender\nname: María Ejemplo\n"},
      {meeting,
       meeting_head +
           "partners:\n  - {partner: hrd-aaaaaa, status: invited}\n"
           "  - {partner: hrd-bbbbbb, role: speaker, status: attended}\n"
           "needs:\n  - {key: n1, text: For <hrd-bbbbbb>, raised_by: [hrd-aaaaaa, hrd-bbbbbb]}\n"}};
  const auto text = merged(both);
  CHECK(has(text, "hrd-aaaaaa, "));
  CHECK(has(text, "-  - {partner: hrd-bbbbbb, role: speaker, status: attended}\n"));
  CHECK(has(text, "status: attended"));
  CHECK(has(text, "role: speaker"));
  CHECK(has(text, "text: For <hrd-aaaaaa>, raised_by: [hrd-aaaaaa]}\n"));
}

TEST_CASE("merge: who cannot be one is refused") {
  const auto refused = [](const std::string& keep, const std::string& path,
                          const std::string& drop) {
    return merged({{kept, keep}, {path, drop}});
  };
  const std::string defender = "kind: defender\nname: María Ejemplo\n";
  CHECK(
      refused(defender, "partners/defenders/hrd-bbbbbb.yaml", "kind: defender-group\nname: Group\n")
          .starts_with("! 'hrd-aaaaaa' is a person and 'hrd-bbbbbb' is a body\n"));
  CHECK(refused(defender, "partners/civil-society/hrd-bbbbbb.yaml", "kind: lawyer\nname: María\n")
            .starts_with(
                "! the kind of 'hrd-aaaaaa' is defender, and that of 'hrd-bbbbbb' lawyer\n"));
  CHECK(refused(defender + "not_same: [{partner: hrd-bbbbbb, by: ada, on: 2026-01-02}]\n", dropped,
                defender)
            .starts_with("! 'hrd-aaaaaa' and 'hrd-bbbbbb' are recorded as not the same\n"));
  CHECK(refused(defender, dropped, defender + "keep_apart: [hrd-aaaaaa]\n")
            .starts_with("! 'hrd-aaaaaa' and 'hrd-bbbbbb' are to be kept apart\n"));
}

}  // namespace
}  // namespace rapport::tests::app_merge_partners_test
