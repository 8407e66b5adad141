// Whom an edition of a closed programme names: State and civil society stay apart in it, and a
// slot with somebody who may not be named there is left out whole.
#include "release/cleared.hpp"
#include "release/release.hpp"
#include "release_oracle.hpp"

#include <doctest/doctest.h>

namespace release_programme_test {

using namespace rapport;
using tests::Audience;
using tests::Records;

namespace {

struct Office {
  /// A visit with this slot, and a defender with this consent.
  Office(std::string_view slot, std::string_view consent, std::string_view openness = "closed") {
    records.partner("ministry", "kind: government\nname: Ministry\ncountry: HND\n");
    records.partner("uni", "kind: academic\nname: University\nform: body\n");
    records.partner("hrd-dd0016",
                    "kind: defender\nname: Ana Ejemplo\nconsent:\n  - {key: a1, on: 2026-01-01, "
                    "act: given, for: [share-contact, list-as-participant" +
                        std::string(consent) + "], to: [state, ohchr], states: [HND]}\n");
    records.engagement("visit",
                       "kind: visit\ntitle: Visit\ncountry: HND\nclassification: confidential\n"
                       "openness: " +
                           std::string(openness) +
                           "\nvisit:\n  nature: official\n  programme:\n    - {key: s1, at: "
                           "2026-05-08, place: House of the family, " +
                           std::string(slot) + "}\n");
  }

  /// The names in the edition's one slot, or "left out".
  std::string named(Audience audience) {
    auto purpose = tests::purpose(audience);
    purpose.subject = records.data().engagement("visit");
    purpose.state = purpose.subject->country;
    const model::Office office;
    release::Release released(records.data(), records.library(), office, purpose);
    const auto block = released.engagement("visit").block<&model::Engagement::visit>();
    const auto slot = block.list<&model::Visit::programme>().front();
    if (!slot.show<&model::Slot::place>()) return "left out";
    std::string names;
    for (const auto& partner : slot.links<&model::Slot::with>().shown)
      names += partner.show<&model::Partner::name>().text() + ";";
    return names;
  }

  Records records;
};

/// Whose names OHCHR reads of a slot in the pack made for it; "left out" without any.
std::string prepared_with(std::string_view slot, std::string_view consent = "") {
  return Office(slot, consent).named(Audience::ohchr);
}

}  // namespace

TEST_CASE("release programme: the State does not read whom of civil society it could be told of") {
  Office office("with: [uni, hrd-dd0016], setting: official", "");
  CHECK(office.named(Audience::state) == "left out");
  CHECK(office.named(Audience::office) == "University;Ana Ejemplo;");
  CHECK(office.named(Audience::ohchr) == "University;Ana Ejemplo;");
}

TEST_CASE("release programme: nobody outside the office reads of both sides in one slot") {
  Office office("with: [ministry, hrd-dd0016], setting: site-visit", "");
  CHECK(office.named(Audience::ohchr) == "left out");
  CHECK(office.named(Audience::state) == "left out");
}

TEST_CASE("release programme: those who agreed to meet an authority stand in one slot with it") {
  const auto* slot = "with: [ministry, hrd-dd0016], setting: official, together: yes";
  CHECK(Office(slot, ", meet-authority").named(Audience::state) == "Ministry;Ana Ejemplo;");
  CHECK(Office(slot, ", meet-authority").named(Audience::ohchr) == "Ministry;Ana Ejemplo;");
  CHECK(Office(slot, "").named(Audience::state) == "left out");
}

TEST_CASE("release programme: a public visit names those who agreed to be listed") {
  Office office("with: [ministry, hrd-dd0016], setting: official", "", "public");
  CHECK(office.named(Audience::state) == "Ministry;Ana Ejemplo;");
}

TEST_CASE("release programme: place and purpose of somebody withheld are not told") {
  Office office("with: [hrd-dd0016], setting: site-visit", "");
  CHECK(office.named(Audience::state) == "left out");
  Office other("attended: [hrd-dd0016], setting: site-visit", "");
  CHECK(other.named(Audience::state) == "left out");
}

TEST_CASE("release programme: OHCHR reads the confidential meetings of those who agreed to it") {
  const auto* confidential = "with: [hrd-dd0016], setting: confidential, shown_as: omitted";
  CHECK(prepared_with(confidential) == "Ana Ejemplo;");
  for (const Audience other : {Audience::mandates, Audience::un, Audience::regional, Audience::nhri,
                               Audience::civil_society, Audience::state})
    CHECK(Office(confidential, "").named(other) == "left out");
  CHECK(prepared_with("with: [uni, hrd-dd0016], setting: civil-society") ==
        "University;Ana Ejemplo;");
  CHECK(prepared_with("with: [hrd-dd0016], setting: confidential, status: refused") == "left out");
  CHECK(prepared_with("with: [hrd-dd0016], setting: internal") == "left out");
}

TEST_CASE("release programme: OHCHR reads each person by their own consent") {
  Office office("with: [hrd-dd0016, hrd-dd0017, hrd-dd0018], setting: confidential", "");
  office.records.partner("hrd-dd0017", "kind: defender\nname: Berta Muestra\n");
  office.records.partner("hrd-dd0018",
                         "kind: defender\nname: Carla Modelo\nconsent:\n  - {key: a1, on: "
                         "2026-01-01, act: given, for: [share-contact], to: [ohchr]}\n");
  CHECK(office.named(Audience::ohchr) == "Ana Ejemplo;Carla Modelo;");
}

TEST_CASE("release programme: nobody asked, a secret person or a side apart keep it from OHCHR") {
  const auto named = [](std::string_view slot, std::string_view other) {
    Office office(slot, "");
    office.records.partner("hrd-dd0017", other);
    return office.named(Audience::ohchr);
  };
  const auto* with_other = "with: [hrd-dd0016, hrd-dd0017], setting: confidential";
  CHECK(named(with_other,
              "kind: defender\nname: Berta Muestra\nclassification: strictly-confidential\n") ==
        "left out");
  CHECK(named("with: [hrd-dd0017], setting: confidential",
              "kind: defender\nname: Berta Muestra\n") == "left out");
  CHECK(named("with: [uni, hrd-dd0017], setting: independent",
              "kind: defender\nname: Berta Muestra\n") == "left out");
  CHECK(prepared_with("with: [ministry, hrd-dd0016], setting: confidential") == "left out");
  CHECK(prepared_with("with: [uni], setting: independent") == "University;");
  CHECK(prepared_with("with: [uni], setting: independent, shown_as: omitted") == "left out");
  CHECK(prepared_with("setting: confidential, attendance: {groups: [{text: some}]}") == "left out");
}

}  // namespace release_programme_test
