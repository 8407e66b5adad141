// What the gate makes of consent: of several acts, for a recipient, of a minor, in public, and for
// those it never names.
#include "release/release.hpp"
#include "release_oracle.hpp"

#include <fmt/format.h>

namespace release_consent_gate_test {

using namespace rapport;
using tests::Audience;
using tests::Disclosure;
using tests::Records;
using tests::Use;

TEST_CASE("release consent: an output to one recipient asks for that State") {
  Records records;
  records.partner("hrd-abcde2", R"(kind: defender
name: Ana Ejemplo
consent:
  - {key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [state], states: [HND]}
)");
  for (const auto& [state, how] :
       {std::pair{"HND", Disclosure::full}, std::pair{"POL", Disclosure::withheld}}) {
    auto purpose = tests::purpose(Audience::state);
    purpose.state = {records.codes().find(value::CodeSet::state, state), 0};
    const release::Gate gate(records.data(), records.codes(), purpose);
    CHECK(gate.entry(*records.data().partner("hrd-abcde2")).how == how);
  }
}

TEST_CASE("release consent: a renewal is as what it renews, and of two orders the stricter holds") {
  const auto how = [](std::string_view acts, Use use = Use::share_contact) {
    Records records;
    records.partner("hrd-abcde2", fmt::format("kind: defender\nname: Ana\nconsent:\n{}", acts));
    return mandate::consent(*records.data().partner("hrd-abcde2"),
                            {.use = use,
                             .audience = Audience::ohchr,
                             .case_ = use == Use::letter ? "dam" : "",
                             .on = tests::purpose(Audience::ohchr).on})
        .verdict.how;
  };
  const auto acts = [](std::string_view first, std::string_view second) {
    constexpr std::string_view of = "for: [share-contact, letter], to: [ohchr]";
    return fmt::format("  - {{key: a1, {}, {}}}\n  - {{key: a2, {}, {}}}\n", first, of, second, of);
  };
  constexpr std::string_view initials = "on: 2026-01-10, act: given, name_as: initials";
  CHECK(how(acts(initials, "on: 2026-02-10, act: renewed")) == Disclosure::initials);
  CHECK(how(acts(initials, "on: 2026-02-10, act: renewed, name_as: full")) == Disclosure::full);
  CHECK(how(acts(initials, "on: 2026-02-10, act: given")) == Disclosure::full);
  CHECK(how(acts("on: 2026-01-10, act: given", "on: 2026-02-10, act: renewed") +
            "  - {key: a3, on: 2026-01-20, act: narrowed, name_as: described}\n") ==
        Disclosure::described);
  CHECK(how(acts("on: 2026-01-10, act: given, case: dam", "on: 2026-02-10, act: renewed"),
            Use::letter) == Disclosure::full);
  CHECK(how(acts("on: 2026-01-10, act: given, case: dike", "on: 2026-02-10, act: renewed"),
            Use::letter) == Disclosure::withheld);
  // Which of the two came last is not known.
  CHECK(how(acts(initials, "on: 2026-01, act: given")) == Disclosure::initials);
  CHECK(how(acts("on: 2026-01, act: given", initials)) == Disclosure::initials);
}

TEST_CASE("release consent: a minor is not named in full outside the office") {
  const auto how = [](std::string_view until, Audience audience) {
    Records records;
    records.partner("hrd-abcde2", fmt::format(R"(kind: defender
name: Ana Ejemplo
minor_until: {}
contacts:
  - {{key: k1, channel: phone, value: +999 5555 0101, use: preferred}}
consent:
  - {{key: a1, on: 2026-01-10, act: given, for: [share-contact, list-as-participant], to: [ohchr]}}
  - {{key: a2, on: 2026-01-10, act: given, case: dam, for: [share-contact], to: [ohchr]}}
)",
                                              until));
    records.engagement("dam",
                       "kind: case\ntitle: Dam\ncase:\n  status: received\n"
                       "  alleged_victims: [{key: v1, partner: hrd-abcde2}]\n");
    records.engagement("meeting",
                       "kind: meeting\ntitle: Meeting\nopenness: public\n"
                       "partners: [{partner: hrd-abcde2}]\n");
    const auto& partner = *records.data().partner("hrd-abcde2");
    const release::Gate gate(records.data(), records.codes(), tests::purpose(audience));
    const Disclosure entry = gate.entry(partner).how;
    CHECK(gate.link(partner, *records.data().engagement("meeting")).how == entry);
    CHECK(gate.victim(partner, *records.data().engagement("dam"), {}).how == entry);
    CHECK(gate.channel(partner, partner.contacts[0]).shows() == (entry == Disclosure::full));
    return entry;
  };
  CHECK(how("2029-05-01", Audience::ohchr) == Disclosure::initials);
  CHECK(how("2029-05-01", Audience::office) == Disclosure::full);
  CHECK(how("2026-06-20", Audience::ohchr) == Disclosure::initials);  // the last day as a minor
  CHECK(how("2026-06-19", Audience::ohchr) == Disclosure::full);
  CHECK(how("2026", Audience::ohchr) == Disclosure::initials);  // perhaps still one
  CHECK(how("unknown", Audience::ohchr) == Disclosure::initials);
}

TEST_CASE("release consent: to be named in public, every addressee of the case must be agreed to") {
  const auto how = [](std::string_view agreed) {
    Records records;
    records.partner("hnd-mission", "kind: permanent-mission\nname: Mission\ncountry: HND\n");
    records.partner("company", "kind: business\nname: Company\ncountry: POL\n");
    records.partner("hrd-abcde2",
                    fmt::format("kind: defender\nname: Ana Ejemplo\nconsent:\n"
                                "  - {{key: a1, on: 2026-01-10, act: given, case: dam, for: "
                                "[publish], to: [public]}}\n{}",
                                agreed));
    records.engagement("dam",
                       "kind: case\ntitle: Dam\ncase:\n  status: acted\n"
                       "  alleged_victims: [{key: v1, partner: hrd-abcde2}]\n");
    for (const std::string_view to : {"hnd-mission", "company"})
      records.engagement(fmt::format("letter-{}", to),
                         fmt::format("kind: communication\ntitle: Letter\npart_of: dam\n"
                                     "communication: {{type: AL, addressee: {}}}\n",
                                     to));
    const release::Gate gate(records.data(), records.codes(),
                             tests::purpose(Audience::public_, Use::publish));
    return gate.victim(*records.data().partner("hrd-abcde2"), *records.data().engagement("dam"), {})
        .how;
  };
  CHECK(how("") == Disclosure::withheld);
  CHECK(how("  - {key: a2, on: 2026-01-10, act: given, case: dam, for: [letter], to: [state]}\n") ==
        Disclosure::withheld);
  CHECK(how("  - {key: a2, on: 2026-01-10, act: given, case: dam, for: [letter], to: [state, "
            "business]}\n") == Disclosure::full);
  CHECK(how("  - {key: a2, on: 2026-01-10, act: given, case: dam, for: [letter], to: [state, "
            "business], states: [POL]}\n") == Disclosure::withheld);
}

TEST_CASE("release consent: channels that are never printed, not even for the office") {
  constexpr std::string_view contacts = R"(contacts:
  - {key: k1, channel: phone, value: "1", origin: published, use: never}
  - {key: k2, channel: phone, value: "2", origin: published, compromised: 2024-08}
  - {key: k3, channel: phone, value: "3", origin: published, use: preferred}
  - {key: k4, channel: phone, value: "4", origin: self}
  - {key: k5, channel: phone, value: "5"}
)";
  const auto printed = [&](std::string_view more, Audience audience) {
    Records records;
    records.partner(
        "ngo", fmt::format("kind: ngo\nname: NGO\nlisted: {{since: 2019}}\n{}{}", contacts, more));
    const auto& partner = *records.data().partner("ngo");
    const release::Gate gate(records.data(), records.codes(), tests::purpose(audience));
    std::string keys;
    for (const auto& contact : partner.contacts)
      if (gate.channel(partner, contact).shows()) keys += contact.key.str();
    return keys;
  };
  CHECK(printed("", Audience::office) == "k3k4k5");
  CHECK(printed("", Audience::public_) == "k3");
  CHECK(printed("", Audience::state) == "");
  CHECK(printed("consent:\n  - {key: a1, on: 2026-01-10, act: given, for: [share-contact], to: "
                "[state]}\n",
                Audience::state) == "k3k4k5");
  CHECK(printed("situation: {state: detained}\n", Audience::office) == "");
  CHECK(printed("situation: {state: disappeared}\n", Audience::ohchr) == "");
}

TEST_CASE("release consent: a source is never named, whatever else is agreed to") {
  Records records;
  records.office(
      "repository: 00000000-0000-4000-8000-000000000000\n"
      "mandate: sr-human-rights-defenders\nname: Office\n");
  records.partner("hrd-source", R"(kind: defender
name: Sofia Fuente
consent:
  - key: a1
    on: 2026-04-10
    act: given
    case: dam
    for: [letter, publish, press, share-contact]
    to: [mandates, ohchr, un, state, public, media]
)");
  records.engagement("dam", R"(kind: case
title: Dam
case:
  status: acted
  submissions:
    - {key: s1, received: 2026-03-18, from: hrd-source}
  facts: As told by <hrd-source>.
experiences:
  - {from: hrd-source, text: What was told, attribution: none}
)");
  records.engagement("letter",
                     "kind: communication\ntitle: Letter\npart_of: dam\n"
                     "communication: {type: AL, addressee: hrd-source}\n");
  for (const Audience audience : tests::all_audiences()) {
    if (audience == Audience::office) continue;
    auto purpose = tests::purpose(audience, Use::letter);
    purpose.subject = records.data().engagement("letter");
    release::Release released(records.data(), records.library(), *records.office(), purpose);
    const auto cleared = released.engagement("letter");
    const auto text = cleared.block<&model::Engagement::communication>()
                          .show<&model::Communication::facts>()
                          .text();
    CAPTURE(text);
    CHECK(text.find("Fuente") == std::string::npos);
    CHECK(text.find("S.F.") == std::string::npos);
    const release::Gate gate(records.data(), records.codes(), purpose);
    const auto shown = gate.verdicts(*records.data().engagement("dam"));
    CHECK(shown[value::Reveals::source].how == Disclosure::withheld);
  }
}

}  // namespace release_consent_gate_test
