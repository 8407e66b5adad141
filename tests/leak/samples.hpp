// The records of the test: one for each way a record may be seen, and what that way allows.
#pragma once

#include "canary.hpp"
#include "model/vocabulary.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace rapport::tests {

/// Who a record is about, and so what of it may be seen outside the office.
enum class Kind {
  nobody,
  public_body,
  listed,
  official,
  agreed,  // to share-contact, with OHCHR
  open_meeting,
  unlabelled,
};

struct Sample {
  std::string_view id;
  std::string_view folder;
  Kind kind;
  std::string_view given;
};

std::span<const Sample> sample_partners();
std::span<const Sample> sample_engagements();
Kind kind_of(std::string_view id);

/// Rows that say what a record is, or refer to what is not there.
const std::vector<std::string_view>& never_filled();

/// How its record is written.
Filling filling_of(const Sample& sample);

/// The classes of rows that this audience may see of a record of that kind.
Classes allowed(Kind kind, model::Audience audience);

/// A slot of a visit that everybody may see, which nobody else may; each text of it a canary.
constexpr std::string_view hidden_slot =
    "    - {key: s9, at: 2026-05-04, place: Zqhiddenplace, purpose: Zqhiddenpurpose, setting: "
    "confidential}\n"
    "    - {key: s10, at: 2026-05-04, place: Zqsharedplace, purpose: Private talk, setting: "
    "confidential, with: [hrd-agreed, hrd-hidden]}\n";

}  // namespace rapport::tests
