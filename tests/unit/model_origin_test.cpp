#include "records.hpp"
#include "reference/fill.hpp"

#include <doctest/doctest.h>

namespace rapport::tests::model_origin {
namespace {

using value::Origin;

const model::Engagement& letter(Records& records) {
  records.engagement("2026-06-14-case",
                     "kind: case\n"
                     "title: A case\n"
                     "case:\n"
                     "  where: [HND]\n"
                     "  status: acted\n"
                     "  facts: They were threatened.\n"
                     "  alleged_victims:\n"
                     "    - {key: v1, text: \"A lea\\u0064er\", women: 1}\n"
                     "  requests:\n"
                     "    - {text: Protect them.}\n"
                     "    - {for: [business], text: Say what you know.}\n");
  records.engagement("2026-06-15-letter",
                     "kind: communication\n"
                     "title: A letter\n"
                     "part_of: 2026-06-14-case\n"
                     "communication:\n"
                     "  type: UA\n"
                     "  addressee: xxa-mfa\n"
                     "  addressee_role: territorial-state\n"
                     "  concern: Its own.\n");
  return *records.data().engagement("2026-06-15-letter");
}

}  // namespace

TEST_CASE("a text that a draft letter takes knows that its case's file has it") {
  Records records;
  const auto& taken = *letter(records).communication;
  CHECK(taken.facts.origin() == Origin::case_);
  REQUIRE(taken.alleged_victims.size() == 1);
  CHECK(taken.alleged_victims[0].key.origin() == Origin::case_);
  CHECK(taken.alleged_victims[0].text.origin() == Origin::case_);
  CHECK(taken.alleged_victims[0].text.str() == "A leader");
  REQUIRE(taken.requests.size() == 1);
  CHECK(taken.requests[0].text.origin() == Origin::case_);
  CHECK(taken.requests[0].text.str() == "Protect them.");
}

TEST_CASE("what a letter says itself and what the case says are each in their own file") {
  Records records;
  CHECK(letter(records).communication->concern.is_in_own_file());
  const auto& from = *records.data().engagement("2026-06-14-case")->case_;
  CHECK(from.facts.is_in_own_file());
  CHECK(from.alleged_victims[0].text.is_in_own_file());
  CHECK(from.requests[0].text.is_in_own_file());
  CHECK(from.requests.size() == 2);
}

TEST_CASE("a name that comes from a row of the reference data knows it") {
  Records records;
  records.partner("achpr-hrd", "kind: special-procedure\nlisted_as: mechanism/achpr-sr-hrd\n");
  model::Partner partner = *records.data().partner("achpr-hrd");
  base::Arena arena;
  reference::fill(partner, records.library(), arena);
  CHECK(partner.name);
  CHECK(partner.name.origin() == Origin::reference);
}

TEST_CASE("a letter that was sent takes nothing from its case, whatever it says itself") {
  for (const std::string_view more :
       {"  sent: 2026-06-15\n", "  sent: unknown\n", "  sent: 2026-06-15\n  concern: Its own.\n",
        "  sent: 2026-06-15\n  text: not-recorded\n"}) {
    Records records;
    records.engagement("case",
                       "kind: case\ntitle: A case\nthemes: [environment]\ncase:\n"
                       "  status: acted\n  lead: sr-environment\n  facts: Threats.\n"
                       "  co_signatories:\n    - {mandate: sr-torture, status: agreed}\n"
                       "  alleged_victims:\n    - {key: v1, text: A leader}\n"
                       "  requests:\n    - {text: Protect them.}\n");
    records.engagement("letter",
                       "kind: communication\ntitle: A letter\npart_of: case\n"
                       "communication:\n  type: AL\n  addressee: xxa-mfa\n" +
                           std::string(more));
    const auto& sent = *records.data().engagement("letter");
    CHECK_FALSE(sent.themes);
    CHECK_FALSE(sent.communication->lead);
    CHECK_FALSE(sent.communication->facts);
    CHECK(sent.communication->co_signatories.empty());
    CHECK(sent.communication->alleged_victims.empty());
    CHECK(sent.communication->requests.empty());
    CHECK(sent.communication->inherited_from == nullptr);
  }
}

}  // namespace rapport::tests::model_origin
