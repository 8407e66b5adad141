// Who should be asked to sign a letter, and in which order the mandates stand in it.
#pragma once

#include "model/record.hpp"
#include "reference/dated.hpp"
#include "reference/reference_data.hpp"

#include <span>
#include <vector>

namespace rapport::mandate {

/// What a letter is about, as far as it decides whose mandate is touched.
struct Matter {
  std::vector<model::ThemeCode> themes;
  std::vector<model::ThemeCode> victim_themes;  // groups the alleged victims belong to
  std::vector<model::StateCode> states;
  model::MandateCode lead;
  std::vector<model::MandateCode> asked;  // not proposed again
  model::Date on;
};

struct PastLetter {
  model::Date sent;
  std::vector<model::ThemeCode> themes;
  std::vector<model::MandateCode> signers;  // the lead too
};

enum class ReasonKind : std::uint8_t {
  country,        // the mandate on the State
  addressed,      // letters on its situation go to the State
  primary,        // the theme is at the core of the mandate
  secondary,      // the mandate regularly joins letters on the theme
  victim,         // the alleged victims belong to a group at the core of the mandate
  joined_before,  // it signed `joined` of the last `of` letters on one of the themes
};

struct ProposalReason {
  ReasonKind kind = ReasonKind::primary;
  model::ThemeCode theme = {};
  int joined = 0;
  int of = 0;
};

struct Proposal {
  model::MandateCode mandate;
  const model::MandateRow* row = nullptr;
  std::vector<ProposalReason> reasons;  // the strongest first
  reference::Activity activity;
  int points = 0;  // only for ranking
};

/// Ranked, country mandates first. A mandate that was merged stands for the one that follows it.
std::vector<Proposal> propose(const reference::ReferenceData&, const Matter&,
                              std::span<const PastLetter> past);

/// The order in header, opening and signatures: the lead, then the others by the short theme word
/// of the letter's day.
std::vector<model::MandateCode> in_letter_order(const reference::ReferenceData&,
                                                std::vector<model::MandateCode> mandates,
                                                model::MandateCode lead, model::Date on);

}  // namespace rapport::mandate
