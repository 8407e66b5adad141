// The legal annex of a letter: from the themes of a case to instruments and their articles. A
// treaty is cited only to a State that is party to it; else the Declaration and other texts stand.
#pragma once

#include "reference/dated.hpp"

#include <span>
#include <vector>

namespace rapport::mandate {

enum class Ground : std::uint8_t {
  treaty,       // the State is party to it
  declaration,  // addressed to all States
  soft_law,     // standards and resolutions, addressed to all
};

struct Citation {
  value::RowId id;
  const model::InstrumentRow* row = nullptr;
  Ground ground = Ground::declaration;
  std::vector<const model::ArticleRow*> articles;  // empty: cited as a whole
  std::vector<model::ThemeCode> themes;            // of the case, that it answers
  reference::TreatyAnswer treaty;                  // treaties only
};

enum class NotCited : std::uint8_t {
  not_party,  // no action
  signed_only,
  not_yet,  // a party since a later day
  denounced,
  unsure,        // the day lies within the month or year in which it became a party
  not_recorded,  // the data do not say whether it is a party
};

/// A treaty that answers the themes and is not cited, for the check sheet.
struct LeftOut {
  value::RowId id;
  const model::InstrumentRow* row = nullptr;
  NotCited because = NotCited::not_recorded;
  reference::TreatyAnswer treaty;
};

struct Annex {
  std::vector<Citation> citations;  // treaties, then declarations, then soft law
  std::vector<LeftOut> left_out;
};

/// `state` absent: the addressee is no State, and no treaty is cited.
Annex annex(const reference::ReferenceData&, model::StateCode state,
            std::span<const model::ThemeCode> themes, model::Date on);

}  // namespace rapport::mandate
