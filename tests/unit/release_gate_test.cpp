// What the gate decides beside entry and link: items of lists, refusals, uses, and what of it the
// outside can reach.
#include "release/release.hpp"
#include "release_oracle.hpp"

#include <fmt/format.h>

namespace release_gate_test {

using namespace rapport;
using release::Reason;
using tests::Audience;
using tests::Disclosure;
using tests::Records;
using tests::Use;
using value::Reveals;

namespace {

std::vector<std::string> texts(const std::vector<release::Secret>& secrets) {
  std::vector<std::string> texts;
  for (const auto& secret : secrets) texts.push_back(secret.text);
  return texts;
}

release::Gate gate(Records& records, Audience audience, Use use = Use::share_contact) {
  return {records.data(), records.codes(), tests::purpose(audience, use)};
}

constexpr std::string_view office =
    "repository: 00000000-0000-4000-8000-000000000000\n"
    "mandate: sr-human-rights-defenders\nname: Office\n";

// Reports, commands and templates have a gate, or get to one. None of them gets to the records.
template <class G>
concept gives_records = requires(const G& gate) {
  gate.data();
};
static_assert(!gives_records<release::Gate>);
static_assert(!gives_records<release::Release>);

using release::detail::holds_record;
static_assert(holds_record<const model::Engagement*>);
static_assert(holds_record<std::vector<const model::Partner*>>);
static_assert(holds_record<std::vector<value::Text>>);
static_assert(holds_record<std::pair<int, value::Ref>>);
static_assert(holds_record<model::Partner>);
static_assert(!holds_record<std::vector<model::RecordId>>);
static_assert(!holds_record<std::string> && !holds_record<std::size_t>);

}  // namespace

TEST_CASE("release gate: an item is narrowed whoever walks to it, by its type alone") {
  Records records;
  records.partner("hrd-abcde2", R"(kind: defender
name: Ana Ejemplo
contacts:
  - {key: k1, channel: phone, value: "+999 5555 0101"}
  - {key: k2, channel: phone, value: "+999 5555 0102", compromised: 2024-08}
consent:
  - {key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [ohchr]}
)");
  const auto& partner = *records.data().partner("hrd-abcde2");
  const auto ohchr = gate(records, Audience::ohchr);
  const auto list = ohchr.verdicts(partner);
  const auto narrowed = [&](std::size_t i) {
    return ohchr.narrow(value::type_of<model::Contact>, &partner.contacts[i], list, partner.head);
  };
  CHECK(narrowed(0)[Reveals::contact].how == Disclosure::full);
  CHECK(narrowed(1)[Reveals::contact].reason == Reason::compromised_channel);
  CHECK(narrowed(1)[Reveals::open].how == Disclosure::withheld);
  CHECK(release::Gate::narrows(value::type_of<model::Slot>));
  CHECK(release::Gate::narrows(value::type_of<model::AllegedVictim>));
  CHECK_FALSE(release::Gate::narrows(value::type_of<model::Affiliation>));
}

TEST_CASE("release gate: a body that is shown without being asked may refuse") {
  constexpr std::string_view refused = "{key: a1, on: 2026-01-10, act: refused, to: [state]}";
  constexpr std::string_view withdrawn = "{key: a1, on: 2026-01-10, act: withdrawn}";
  const auto entry = [](std::string_view body, std::string acts, Audience audience) {
    Records records;
    records.partner("body", fmt::format("{}consent:\n  - {}\n", body, acts));
    return gate(records, audience).entry(*records.data().partner("body")).reason;
  };
  for (const std::string body :
       {"kind: media\nname: Paper\n", "kind: academic\nform: body\nname: University\n",
        "kind: business\nname: Company\n", "kind: ngo\nname: NGO\nlisted: {since: 2019}\n"}) {
    CAPTURE(body);
    CHECK(entry(body, std::string(refused), Audience::state) == Reason::consent_refused);
    const auto open = entry(body, std::string(refused), Audience::ohchr);
    CHECK((open == Reason::public_body || open == Reason::listed));
    CHECK(entry(body, std::string(withdrawn), Audience::ohchr) == Reason::consent_withdrawn);
    // For another use, another case or a day to come it says nothing of this.
    CHECK(entry(body, "{key: a1, on: 2026-01-10, act: refused, for: [press]}", Audience::ohchr) ==
          open);
    CHECK(entry(body, "{key: a1, on: 2026-07-10, act: refused}", Audience::ohchr) == open);
    // What was agreed to later counts; what was agreed to before does not.
    const std::string given =
        "{key: a2, on: 2026-02-10, act: given, for: [share-contact], to: [state]}";
    CHECK(entry(body, std::string(refused) + "\n  - " + given, Audience::state) == Reason::consent);
    CHECK(entry(body, given + "\n  - {key: a3, on: 2026-03-10, act: refused}", Audience::state) ==
          Reason::consent_refused);
  }
  for (const std::string body : {"kind: government\nname: Ministry\n", "kind: nhri\nname: NHRI\n",
                                 "kind: un-agency\nname: Agency\n"}) {
    CAPTURE(body);
    CHECK(entry(body, std::string(withdrawn), Audience::public_) == Reason::public_body);
  }
}

TEST_CASE("release gate: to be named in a letter is not to give one's number to who reads it") {
  Records records;
  records.partner("hrd-abcde2", R"(kind: defender
name: Ana Ejemplo
contacts:
  - {key: k1, channel: phone, value: "+999 5555 0101"}
consent:
  - {key: a1, on: 2026-01-10, act: given, for: [list-as-participant], to: [ohchr]}
  - {key: a2, on: 2026-01-10, act: given, for: [share-contact], to: [un], name_as: initials}
)");
  records.office(office);
  const auto& partner = *records.data().partner("hrd-abcde2");
  const auto list = gate(records, Audience::ohchr, Use::list_as_participant).verdicts(partner);
  CHECK(list[Reveals::identity].how == Disclosure::full);
  CHECK(list[Reveals::contact].reason == Reason::not_part_of_this_use);
  CHECK(list[Reveals::place].how == Disclosure::withheld);
  CHECK(gate(records, Audience::un).verdicts(partner)[Reveals::contact].reason ==
        Reason::consent_no_name);
  const release::Release released(records.data(), records.library(), *records.office(),
                                  tests::purpose(Audience::ohchr, Use::list_as_participant));
  CHECK(texts(released.protected_texts()) == std::vector<std::string>{"+999 5555 0101"});
}

TEST_CASE("release gate: a case that may not be seen lends its summary to its own letter only") {
  Records records;
  records.partner("mission", "kind: permanent-mission\nname: Mission\n");
  records.engagement("dam",
                     "kind: case\ntitle: Dam\npublic_summary: Arrests at a dam.\n"
                     "case: {status: acted}\n");
  const std::string_view letter =
      "kind: communication\ntitle: Letter\npart_of: dam\nopenness: public\n"
      "classification: unclassified\ncommunication: {type: AL, addressee: mission}\n";
  records.engagement("letter", letter);
  records.engagement("other", letter);
  records.office(office);
  auto purpose = tests::purpose(Audience::mandates, Use::letter);
  purpose.subject = records.data().engagement("letter");
  release::Release released(records.data(), records.library(), *records.office(), purpose);
  CHECK(released.summary_of(released.engagement("letter")).text() == "Arrests at a dam.");
  CHECK(released.summary_of(released.engagement("other")).text().empty());
}

TEST_CASE("release gate: the texts to look for are all that name, however short") {
  Records records;
  records.partner("hrd-abcde2", R"(kind: defender
name: Li Wu
aliases: [Wu, Liwu Muestra]
alias_alone: [Li]
contacts:
  - {key: k1, channel: other, value: "@li"}
)");
  records.engagement("visit", R"(kind: visit
title: Visit
visit:
  nature: official
  focal_points:
    - {name: Eva Guía, for: cars, phone: "+999 5555 0155"}
)");
  records.office(office);
  const auto wanted = [&](Audience audience) {
    return texts(release::Release(records.data(), records.library(), *records.office(),
                                  tests::purpose(audience))
                     .protected_texts());
  };
  CHECK(wanted(Audience::public_) == std::vector<std::string>{"Li Wu", "Liwu Muestra", "Li", "@li",
                                                              "Eva Guía", "+999 5555 0155"});
  CHECK(wanted(Audience::office).empty());
}

TEST_CASE("release gate: where a label closes what publishes itself, the label is the reason") {
  const auto reason = [](std::string_view more, Audience audience) {
    Records records;
    records.partner("ngo", fmt::format("kind: ngo\nname: NGO\n{}", more));
    const release::Gate gate(records.data(), records.codes(), tests::purpose(audience));
    return gate.entry(*records.data().partner("ngo")).reason;
  };
  constexpr std::string_view listed = "listed: {since: 2019}\n";
  constexpr std::string_view closed = "listed: {since: 2019}\nclassification: confidential\n";
  CHECK(reason(listed, Audience::ohchr) == Reason::listed);
  CHECK(reason(closed, Audience::ohchr) == Reason::classification);
  CHECK(reason(closed, Audience::state) == Reason::no_consent);
  CHECK(reason("classification: confidential\n", Audience::ohchr) == Reason::no_consent);
}

}  // namespace release_gate_test
