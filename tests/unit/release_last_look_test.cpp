// The last look: what it finds in the texts that were handed out and in the finished bytes, where
// it says that it is, and that nothing but a name shown in full switches it off.
#include "release/release.hpp"
#include "release_oracle.hpp"

#include <fmt/format.h>

using namespace rapport;
using model::Engagement;
using model::Slot;
using model::Visit;
using tests::Audience;
using tests::Records;
using tests::Use;

namespace {

constexpr std::string_view settings =
    "repository: 00000000-0000-4000-8000-000000000000\n"
    "mandate: sr-human-rights-defenders\nname: Office\n";

constexpr std::string_view lucia = R"(kind: defender
name: Lucía Ejemplo Ramírez
contacts:
  - {key: k1, channel: email, value: lucia@example.org, compromised: 2026-01-02}
  - {key: k2, channel: phone, value: "+999 5555 0100"}
)";

/// A body that everybody may be shown, whose names and places are what should not open anything.
constexpr std::string_view ministry = R"(kind: government
name: Ministry of Rivers
aliases: [Lucía Ejemplo Ramírez]
areas: [Lucía Ejemplo Ramírez, lucia@example.org]
contacts:
  - {key: k1, channel: phone, value: "+999 5555 0199", origin: published,
     attention: "Ask for Lucía Ejemplo"}
)";

std::string event(std::string_view more) {
  return fmt::format(
      "kind: conference\nstatus: held\nopenness: public\nclassification: unclassified\n{}\n", more);
}

/// "whose: record, field: words", or nothing.
std::string said(const std::optional<release::Leak>& leak) {
  if (!leak) return {};
  return fmt::format("{}: {}, {}: {}", leak->owner, leak->record, leak->field, leak->words);
}

class Office {
 public:
  Office() {
    records.office(settings);
    records.partner("hrd-abcde2", lucia);
    records.partner("ministry", ministry);
  }

  release::Release& released(Audience audience = Audience::public_) {
    released_ = std::make_unique<release::Release>(records.data(), records.library(),
                                                   *records.office(), tests::purpose(audience));
    return *released_;
  }

  Records records;

 private:
  std::unique_ptr<release::Release> released_;
};

}  // namespace

TEST_CASE("last look: no place, area or free text opens a name, whoever else has it for an alias") {
  struct Case {
    std::string_view text;
    std::string_view found;
  };
  for (const Case& each : {
           Case{"title: Talk with Ramirez, Lucia",
                "hrd-abcde2: event, title: Talk with Ramirez, Lucia"},
           Case{"title: T\nplace: House of Lucía Ejemplo Ramírez",
                "hrd-abcde2: event, place: House of Lucía Ejemplo Ramírez"},
           Case{"title: T\nareas: [Rio, Casa Lucía Ejemplo]",
                "hrd-abcde2: event, areas[2]: Casa Lucía Ejemplo"},
           Case{"title: T\nareas: [lucia@example.org]",
                "hrd-abcde2: event, areas[1]: lucia@example.org"},
           Case{"title: Call 00999 5555 0100", "hrd-abcde2: event, title: Call 00999 5555 0100"},
           Case{"title: Talk with the Ministry of Rivers", ""},
           Case{"title: Talk with <hrd-abcde2>\nplace: Ramírez street", ""},
       }) {
    CAPTURE(each.text);
    Office office;
    office.records.engagement("event", event(each.text));
    auto& released = office.released();
    const auto shown = released.engagement("event");
    shown.show<&Engagement::title>();
    shown.show<&Engagement::place>();
    shown.texts<&Engagement::areas>();
    CHECK(said(released.find_leak("an answer without a name")) == each.found);
    // What was not shown is not looked at.
    CHECK(said(office.released().find_leak("an answer without a name")).empty());
  }
}

TEST_CASE("last look: a partner shown in full has its names, and no other text of it") {
  Office office;
  auto& released = office.released();
  const auto shown = released.partner("ministry");
  shown.show<&model::Partner::name>();
  shown.texts<&model::Partner::aliases>();
  CHECK(said(released.find_leak("Ministry of Rivers (Lucía Ejemplo Ramírez)")).empty());
  CHECK(said(released.find_leak("Ministry of Rivers\nby Lucía Ejemplo")) ==
        "hrd-abcde2: , : by Lucía Ejemplo");
  CHECK(said(released.find_leak("Ministry of Rivers\n\ncall 99955550100")) ==
        "hrd-abcde2: , : call 99955550100");
  const auto channel = shown.list<&model::Partner::contacts>().front();
  channel.show<&model::Contact::attention>();
  CHECK(said(released.find_leak("Ministry of Rivers")) ==
        "hrd-abcde2: ministry, contacts[k1].attention: Ask for Lucía Ejemplo");
}

TEST_CASE("last look: whoever is named where they took part has their name there") {
  Office office;
  office.records.partner("hrd-agreed", R"(kind: defender
name: Ana Ejemplo Ramírez
consent:
  - {key: a1, on: 2026-01-10, act: given, for: [list-as-participant], to: [public]}
)");
  office.records.engagement(
      "event", event("title: Talk with <hrd-agreed>\npartners: [{partner: hrd-agreed}]"));
  auto& released = office.released();
  CHECK(said(released.find_leak("Ana Ejemplo Ramírez")) == "hrd-abcde2: , : Ana Ejemplo Ramírez");
  CHECK(released.engagement("event").show<&Engagement::title>().text() ==
        "Talk with Ana Ejemplo Ramírez");
  CHECK(said(released.find_leak("Talk with Ana Ejemplo Ramírez")).empty());
  CHECK(said(released.find_leak("Talk with Ejemplo Ramírez")) ==
        "hrd-abcde2: , : Talk with Ejemplo Ramírez");
}

TEST_CASE("last look: the place of a text is in the record whose file has it") {
  Office office;
  office.records.partner("mission", "kind: permanent-mission\nname: Mission\ncountry: HND\n");
  office.records.engagement(
      "dam",
      "kind: case\ntitle: Dam\ncase:\n  status: decided\n"
      "  facts: |\n    They came at night, all of them, to the house at the "
      "river where it stands since then.\n    They took Lucía\n    Ejemplo.\n"
      "  alleged_victims:\n    - {key: v1, text: A sister of Lucía Ejemplo}\n");
  office.records.engagement("letter",
                            "kind: communication\ntitle: Letter\npart_of: dam\n"
                            "communication: {type: AL, addressee: mission}\n");
  auto purpose = tests::purpose(Audience::state, Use::letter);
  purpose.subject = office.records.data().engagement("letter");
  const auto leak = [&](const auto& use) {
    release::Release released(office.records.data(), office.records.library(),
                              *office.records.office(), purpose);
    use(released, released.engagement("letter").block<&Engagement::communication>());
    return said(released.find_leak("a letter"));
  };
  CHECK(leak([](auto&, const auto& letter) {
          letter.template show<&model::Communication::facts>();
        }) == "hrd-abcde2: dam, case.facts: Lucía\nEjemplo");
  CHECK(leak([](auto& released, const auto& letter) {
          released.victim_name(
              letter.template list<&model::Communication::alleged_victims>().front());
        }) == "hrd-abcde2: dam, case.alleged_victims[v1].text: A sister of Lucía Ejemplo");
}

TEST_CASE("last look: a slot is named by its key") {
  Office office;
  office.records.engagement("visit", R"(kind: visit
title: Visit
openness: public
classification: unclassified
visit:
  nature: official
  programme:
    - {key: s1, at: 2026-05-04, place: Town hall, setting: official}
    - {key: s2, at: 2026-05-05, place: House of Lucía Ejemplo, setting: official}
)");
  auto& released = office.released();
  const auto visit = released.engagement("visit").block<&Engagement::visit>();
  for (const auto& slot : visit.list<&Visit::programme>()) slot.show<&Slot::place>();
  CHECK(said(released.find_leak("")) ==
        "hrd-abcde2: visit, visit.programme[s2].place: House of Lucía Ejemplo");
}

TEST_CASE("last look: a number is somebody's secret, whoever else shows it") {
  Records records;
  records.office(settings);
  records.partner("listed", R"(kind: ngo
name: Red Verde
listed: {since: 2019}
contacts:
  - {key: k1, channel: phone, value: "+999 5555 0100", origin: published}
)");
  records.partner("hrd-abcde2", lucia);
  records.partner("hrd-agreed", R"(kind: defender
name: Ana Muestra
contacts:
  - {key: k1, channel: signal, value: "+999 5555 0177"}
  - {key: k2, channel: phone, value: "+999-5555-0177", use: never}
consent:
  - {key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [ohchr]}
)");
  const auto leak = [&](std::string_view id) {
    release::Release released(records.data(), records.library(), *records.office(),
                              tests::purpose(Audience::ohchr));
    released.safe_channel(released.partner(id)).show<&model::Contact::value>();
    return said(released.find_leak("a list"));
  };
  CHECK(leak("listed") == "hrd-abcde2: listed, contacts[k1].value: +999 5555 0100");
  // One number of one person, by which they agreed to be reached.
  CHECK(leak("hrd-agreed").empty());
}

TEST_CASE("last look: the name of a file and a note are looked at by themselves") {
  Office office;
  auto& released = office.released();
  CHECK(said(released.find_leak_in_words("met Lucía Ejemplo")) ==
        "hrd-abcde2: , : met Lucía Ejemplo");
  CHECK(said(released.find_leak_in_words("met Lucía Ejemplo Ramírez")).empty());
  CHECK(said(released.find_leak_in_file_name("lists/Lucia_Ejemplo_Ramirez.csv")) ==
        "hrd-abcde2: , : lists/Lucia_Ejemplo_Ramirez.csv");
  CHECK(said(released.find_leak_in_file_name("lists/rivers.csv")).empty());
  auto& own = office.released(Audience::office);
  CHECK(said(own.find_leak_in_words("Lucía Ejemplo")).empty());
  CHECK(said(own.find_leak_in_file_name("Lucía Ejemplo")).empty());
}

TEST_CASE("last look: what is found over several lines is said with all of them") {
  Office office;
  office.records.partner("hrd-abcde4",
                         "kind: defender\nname: Rosa Muestra\naliases: "
                         "[Rosa Prueba Alta, Muy Larga Prueba de la Alta]\n");
  auto& released = office.released();
  CHECK(said(released.find_leak_in_words("a list\nby Ramírez,\n  Lucía\nof it")) ==
        "hrd-abcde2: , : by Ramírez,\n  Lucía");
  CHECK(said(released.find_leak_in_words("so\nRosa\nde\nla\nAlta, too\nof it")) ==
        "hrd-abcde4: , : Rosa\nde\nla\nAlta, too");
}

TEST_CASE("last look: the address of the office opens no name either") {
  Office office;
  office.records.office(
      "repository: 00000000-0000-4000-8000-000000000000\nmandate: sr-human-rights-defenders\n"
      "name: Office\naddress: [Palais des Nations, House of Lucía Ejemplo Ramírez]\n");
  auto& released = office.released();
  CHECK(said(released.find_leak("From:\nHouse of Lucía Ejemplo Ramírez")) ==
        "hrd-abcde2: rapport, address[2]: House of Lucía Ejemplo Ramírez");
  CHECK(said(released.find_leak("a list of ministries")).empty());
}
