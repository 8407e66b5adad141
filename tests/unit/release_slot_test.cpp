// A slot that is to be left out stays out, whatever its setting.
#include "release/gate.hpp"
#include "release_oracle.hpp"

#include <doctest/doctest.h>

namespace release_slot_test {

using namespace rapport;
using tests::Audience;
using tests::Records;

TEST_CASE("release slot: shown_as takes a slot of an open setting out of other editions") {
  Records records;
  records.engagement("visit", R"(kind: visit
title: Visit
visit:
  nature: official
  programme:
    - {key: s1, at: 2026-05-08, setting: site-visit}
    - {key: s2, at: 2026-05-09, setting: site-visit, shown_as: omitted}
    - {key: s3, at: 2026-05-10, setting: official, shown_as: reserved}
)");
  const auto& visit = *records.data().engagement("visit");
  const auto& programme = visit.visit->programme;
  const auto shown = [&](Audience audience, std::size_t slot) {
    const release::Gate gate(records.data(), records.codes(), tests::purpose(audience));
    return gate.slot(programme[slot], visit.head).shows();
  };
  CHECK(shown(Audience::state, 0));
  CHECK_FALSE(shown(Audience::state, 1));
  CHECK_FALSE(shown(Audience::state, 2));
  CHECK(shown(Audience::office, 1));
}

}  // namespace release_slot_test
