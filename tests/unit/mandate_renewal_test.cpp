// What a renewal leaves unsaid: as the acts before it say, the stricter where their order is open.
#include "mandate/consent.hpp"
#include "release_oracle.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace mandate_renewal_test {

using namespace rapport;
using model::Disclosure;
using tests::Audience;
using tests::Records;
using tests::Use;

namespace {

/// Of share-contact to the State with that code, on 1 April 2026.
release::Verdict shared(std::string_view acts, std::string_view state = "HND") {
  Records records;
  records.partner("hrd-abcde2", fmt::format("kind: defender\nname: Ana\nconsent:\n{}", acts));
  return mandate::consent(*records.data().partner("hrd-abcde2"),
                          {.use = Use::share_contact,
                           .audience = Audience::state,
                           .state = {records.codes().find(value::CodeSet::state, state), 0},
                           .on = value::Date::parse("2026-04-01").value_or(value::Date{})})
      .verdict;
}

std::string act(std::string_view key, std::string_view said) {
  return fmt::format("  - {{key: {}, {}, for: [share-contact], to: [state]}}\n", key, said);
}

}  // namespace

TEST_CASE("renewal: dates that lead around in a circle open nothing that was not given") {
  // Each of the three may be of another of them: a4 of a3, whose day is unknown, a3 of a2, a2 of
  // a4.
  CHECK(shared(act("a1", "on: 2024-01-10, act: given, name_as: initials") +
               act("a2", "on: 2025-03-10, act: renewed") + act("a3", "on: unknown, act: renewed") +
               act("a4", "on: 2025-01-10, act: renewed"))
            .how == Disclosure::initials);
}

TEST_CASE("renewal: States that were taken back stay so until they are named again") {
  const std::string given = act("a1", "on: 2025-01-10, act: given");
  const std::string narrowed = "  - {key: a2, on: 2025-02-10, act: narrowed, states: [HND]}\n";
  const std::string renewed = act("a3", "on: 2025-03-10, act: renewed");
  CHECK(shared(given + narrowed + renewed, "HND").how == Disclosure::full);
  CHECK(shared(given + narrowed + renewed, "POL").how == Disclosure::withheld);
  CHECK(shared(given + narrowed + act("a3", "on: 2025-03-10, act: renewed, states: [HND, POL]"),
               "POL")
            .how == Disclosure::full);
  // What is given anew is not of what was before.
  CHECK(shared(given + narrowed + act("a3", "on: 2025-03-10, act: given") +
                   act("a4", "on: 2025-04-10, act: renewed"),
               "POL")
            .how == Disclosure::full);
}

TEST_CASE("renewal: one that is itself renewed hands on what it did not say") {
  const std::string given = act("a1", "on: 2025-01-10, act: given, name_as: initials");
  const std::string twice =
      act("a2", "on: 2025-02-10, act: renewed") + act("a3", "on: 2025-03-10, act: renewed");
  CHECK(shared(given + twice).how == Disclosure::initials);
  CHECK(shared(given + act("a2", "on: 2025-02-10, act: renewed, name_as: full") +
               act("a3", "on: 2025-03-10, act: renewed"))
            .how == Disclosure::full);
  CHECK(shared(given + twice + "  - {key: a4, on: 2025-02-20, act: narrowed, name_as: described}\n")
            .how == Disclosure::described);
}

TEST_CASE("renewal: its end is its own") {
  CHECK(shared(act("a1", "on: 2025-01-10, act: given, until: 2025-12-31") +
               act("a2", "on: 2025-12-01, act: renewed"))
            .how == Disclosure::full);
  CHECK(shared(act("a1", "on: 2025-01-10, act: given") +
               act("a2", "on: 2025-12-01, act: renewed, until: 2026-03-31"))
            .reason == release::Reason::consent_expired);
}

}  // namespace mandate_renewal_test
