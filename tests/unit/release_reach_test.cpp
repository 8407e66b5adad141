// Who cannot be reached, and who does not want to be.
#include "release/release.hpp"
#include "release_oracle.hpp"

#include <fmt/format.h>

#include <vector>

namespace release_reach_test {

using namespace rapport;
using release::Reason;
using tests::all_audiences;
using tests::Audience;
using tests::Records;
using tests::Use;

namespace {

value::Date day(std::string_view text) { return value::Date::parse(text).value_or(value::Date{}); }

/// Why the one channel of a defender is not given, who agreed to all of it.
Reason channel(std::string_view situation, Audience audience) {
  Records records;
  records.partner(
      "hrd-abcde2",
      fmt::format(R"(kind: defender
name: Ana Ejemplo
contacts:
  - {{key: k1, channel: phone, value: "+999 5555 0101", use: preferred}}
consent:
  - {{key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [{}]}}
{})",
                  audience == Audience::office ? "un" : value::word(audience), situation));
  const auto& partner = *records.data().partner("hrd-abcde2");
  const release::Gate gate(records.data(), records.codes(), tests::purpose(audience));
  const auto verdict = gate.channel(partner, partner.contacts[0]);
  return verdict.shows() ? Reason::absent : verdict.reason;
}

/// What is to be marked on 8 April 2026, with the day of the act.
std::string no_contact(std::string_view acts) {
  Records records;
  records.engagement("dam", "kind: case\ntitle: Dam\ncase: {status: received}\n");
  records.partner("hrd-abcde2",
                  fmt::format("kind: defender\nname: Ana\nconsent:\n{}", std::string(acts)));
  const auto said = mandate::no_contact(*records.data().partner("hrd-abcde2"), day("2026-04-08"));
  return said ? fmt::format("{} {}", release::word(said.reason), said.on.str()) : std::string();
}

constexpr std::string_view agreed =
    "  - {key: a1, on: 2026-01-10, act: given, for: [contact, share-contact], to: [mandates]}\n";

std::string then(std::string_view act) { return fmt::format("{}  - {{{}}}\n", agreed, act); }

}  // namespace

TEST_CASE("release reach: no channel of somebody detained, disappeared, killed or dead is given") {
  for (const Audience audience : all_audiences()) {
    CAPTURE(value::word(audience));
    for (const std::string_view state : {"detained", "disappeared", "killed", "died"}) {
      CAPTURE(state);
      CHECK(channel(fmt::format("situation: {{state: {}, since: 2026-02}}\n", state), audience) ==
            Reason::out_of_reach);
    }
    for (const std::string_view state : {"at-liberty", "in-hiding", "in-exile", "relocated"}) {
      CAPTURE(state);
      CHECK(channel(fmt::format("situation: {{state: {}}}\n", state), audience) == Reason::absent);
    }
    CHECK(channel("", audience) == Reason::absent);
  }
}

TEST_CASE("release reach: who refused or withdrew being contacted, with the day") {
  CHECK(no_contact(agreed) == "");
  CHECK(no_contact(then("key: a2, on: 2026-04-05, act: withdrawn")) ==
        "consent-withdrawn 2026-04-05");
  CHECK(no_contact(then("key: a2, on: 2026-04-05, act: refused, for: [contact]")) ==
        "consent-refused 2026-04-05");
  CHECK(no_contact(then("key: a2, on: 2026-04-05, act: narrowed, for: [letter], to: [state]")) ==
        "consent-narrowed 2026-04-05");
  CHECK(no_contact(then("key: a2, on: 2026-04-05, act: narrowed, for: [contact], to: [media]")) ==
        "consent-narrowed 2026-04-05");
  CHECK(no_contact("  - {key: a1, on: unknown, act: refused}\n") == "consent-refused unknown");
  // The last of several.
  CHECK(no_contact(then("key: a2, on: 2026-02-01, act: refused, for: [contact]}\n"
                        "  - {key: a3, on: 2026-03-01, act: withdrawn")) ==
        "consent-withdrawn 2026-03-01");
}

TEST_CASE("release reach: what is said of something else does not end contact") {
  for (const std::string_view act :
       {"key: a2, on: 2026-04-05, act: withdrawn, for: [publish, press]",
        "key: a2, on: 2026-04-05, act: refused, for: [contact], to: [state]",
        "key: a2, on: 2026-04-05, act: refused, case: dam",
        "key: a2, on: 2026-04-05, act: narrowed, for: [contact], to: [ohchr]",
        "key: a2, on: 2026-04-05, act: narrowed, name_as: initials",
        "key: a2, on: 2026-04-09, act: withdrawn"}) {
    CAPTURE(act);
    CHECK(no_contact(then(act)) == "");
  }
}

TEST_CASE("release reach: who agrees again is called again, where that is sure to be later") {
  const auto again = [](std::string_view act) {
    return no_contact(then(fmt::format(
        "key: a2, on: 2026-02-05, act: withdrawn}}\n  - {{key: a3, act: given, {}", act)));
  };
  CHECK(again("on: 2026-03-01, for: [contact], to: [ohchr]") == "");
  CHECK(again("on: 2026-02-05, for: [contact], to: [ohchr]") == "");  // as it is written
  for (const std::string_view act :
       {"on: 2026-02, for: [contact], to: [ohchr]", "on: unknown, for: [contact], to: [ohchr]",
        "on: 2026-03-01, for: [share-contact], to: [ohchr]",
        "on: 2026-03-01, for: [contact], to: [media]",
        "on: 2026-03-01, case: dam, for: [contact], to: [ohchr]",
        "on: 2026-03-01, for: [contact], to: [ohchr], until: 2026-04-01",
        "on: 2026-05-01, for: [contact], to: [ohchr]"}) {
    CAPTURE(act);
    CHECK(again(act) == "consent-withdrawn 2026-02-05");
  }
}

TEST_CASE("release reach: they are left out of the office's call list alone, and counted") {
  Records records;
  records.partner("hrd-abcde2", fmt::format("kind: defender\nname: Ana\nconsent:\n{}",
                                            then("key: a2, on: 2026-04-05, act: withdrawn")));
  records.partner("hrd-abcde3", fmt::format("kind: defender\nname: Eva\nconsent:\n{}", agreed));
  records.office(
      "repository: 00000000-0000-4000-8000-000000000000\n"
      "mandate: sr-human-rights-defenders\nname: Office\n");
  for (const Use use : {Use::contact, Use::share_contact}) {
    release::Purpose purpose = tests::purpose(Audience::office, use);
    purpose.on = day("2026-04-08");
    release::Release released(records.data(), records.library(), *records.office(), purpose);
    const std::vector<model::RecordId> all = {{0}, {1}};
    const auto listed = released.partners(all);
    const bool is_call_list = use == Use::contact;
    CHECK(listed.size() == (is_call_list ? 1 : 2));
    CHECK(released.withheld().count(Reason::consent_withdrawn) == (is_call_list ? 1 : 0));
    if (!is_call_list)
      CHECK(released.no_contact(listed.front()).reason == Reason::consent_withdrawn);
  }
  // What others are shown says nothing of it.
  const release::Gate ohchr(records.data(), records.codes(), tests::purpose(Audience::ohchr));
  CHECK_FALSE(ohchr.no_contact(*records.data().partner("hrd-abcde2")));
}

}  // namespace release_reach_test
