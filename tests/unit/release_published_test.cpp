// Which audiences read that a letter exists: its publication decides, not the label of the record.
#include "release/gate.hpp"
#include "release_oracle.hpp"

#include <doctest/doctest.h>

#include <string>

namespace release_published_test {

using namespace rapport;
using tests::Audience;

namespace {

/// The audiences but the office that may read of it on 20 June 2026; it goes to nobody they are.
std::string read_by(std::string_view head, std::string_view block) {
  tests::Records records;
  records.partner("bank", "kind: development-bank\nname: Bank\n");
  records.engagement("letter", "kind: communication\ntitle: Letter\n" + std::string(head) +
                                   "communication: {type: AL, addressee: bank" +
                                   std::string(block) + "}\n");
  std::string names;
  for (const Audience audience :
       {Audience::mandates, Audience::ohchr, Audience::un, Audience::regional, Audience::nhri,
        Audience::civil_society, Audience::state, Audience::public_}) {
    const release::Gate gate(records.data(), records.codes(), tests::purpose(audience));
    if (!gate.visible(*records.data().engagement("letter")).shows()) continue;
    names += std::string(value::word(audience)) + " ";
  }
  return names;
}

constexpr std::string_view all = "mandates ohchr un regional nhri civil-society state public ";
constexpr std::string_view senders = "mandates ohchr ";

}  // namespace

TEST_CASE("published letters: until the day of publication only those who send it know") {
  for (const std::string_view label :
       {"", "classification: confidential\n", "classification: unclassified\n"}) {
    CAPTURE(label);
    CHECK(read_by(label, ", sent: 2026-02-01") == senders);
    CHECK(read_by(label, ", sent: 2026-02-01, publication: {due: 2026-04-02}") == senders);
    CHECK(read_by(label, ", sent: 2026-02-01, publication: {on: 2026-06-21}") == senders);
    CHECK(read_by(label, ", sent: 2026-02-01, publication: {on: 2026-06-20}") == all);
    CHECK(read_by(label,
                  ", sent: 2026-02-01, publication: {on: 2026-04-09, form: names removed}") == all);
  }
}

TEST_CASE("published letters: a day that may be still to come is not taken for one that passed") {
  CHECK(read_by("", ", sent: 2026-02, publication: {on: 2026-06}") == senders);
  CHECK(read_by("", ", sent: 2026-02, publication: {on: unknown}") == senders);
  CHECK(read_by("", ", sent: unknown, publication: {on: 2025}") == all);
}

TEST_CASE("published letters: a draft, a secret and an open record") {
  CHECK(read_by("", "").empty());
  CHECK(read_by("classification: unclassified\n", "") == senders);
  CHECK(read_by("classification: strictly-confidential\n",
                ", sent: 2025-02-01, publication: {on: 2025-04-09}")
            .empty());
  const std::string open = "classification: unclassified\nopenness: public\n";
  CHECK(read_by(open, ", sent: 2026-02-01") == all);
  CHECK(read_by(open, ", sent: 2026-06-01, publication: {due: 2026-08-01}") == senders);
}

}  // namespace release_published_test
