#include "mandate/annex.hpp"

#include <algorithm>

namespace rapport::mandate {
namespace {

using model::Date;
using model::InstrumentKind;
using model::StateCode;
using model::ThemeCode;
using reference::Recorded;
using reference::ReferenceData;

using Themes = std::span<const ThemeCode>;

void match(Themes wanted, const model::List<ThemeCode>& answered, std::vector<ThemeCode>& found) {
  for (const ThemeCode theme : wanted)
    if (std::ranges::find(answered, theme) != answered.end() &&
        std::ranges::find(found, theme) == found.end())
      found.push_back(theme);
}

bool any_of(Themes wanted, const model::List<ThemeCode>& list) {
  return std::ranges::any_of(
      wanted, [&](ThemeCode theme) { return std::ranges::find(list, theme) != list.end(); });
}

Citation matched(const model::InstrumentRow& row, Themes themes) {
  Citation citation;
  citation.row = &row;
  match(themes, row.themes, citation.themes);
  for (const auto& article : row.articles) {
    if (!any_of(themes, article.themes)) continue;
    citation.articles.push_back(&article);
    match(themes, article.themes, citation.themes);
  }
  return citation;
}

NotCited because(const reference::TreatyAnswer& answer) {
  if (answer.party == Recorded::maybe) return NotCited::unsure;
  if (answer.party == Recorded::not_recorded || answer.action == nullptr)
    return NotCited::not_recorded;
  switch (*answer.action->status) {
    case model::TreatyStatus::party:
      return NotCited::not_yet;
    case model::TreatyStatus::signed_:
      return NotCited::signed_only;
    case model::TreatyStatus::denounced:
      return NotCited::denounced;
    default:
      return NotCited::not_party;
  }
}

Ground ground_of(const model::InstrumentRow& row) {
  if (row.binding.is_yes()) return Ground::treaty;
  return row.kind == InstrumentKind::declaration ? Ground::declaration : Ground::soft_law;
}

/// A text that stands in for a treaty gives way to it.
bool is_replaced(const ReferenceData& library, const model::InstrumentRow& row, StateCode state,
                 Date on) {
  return row.unless_party && state &&
         reference::treaty(library, state, row.unless_party, on).party == Recorded::yes;
}

}  // namespace

Annex annex(const ReferenceData& library, StateCode state, Themes themes, Date on) {
  Annex answer;
  const auto& table = library.table<model::InstrumentRow>();
  for (const auto& row : table) {
    Citation citation = matched(row, themes);
    const bool always = row.always_cite.is_yes();
    if (citation.themes.empty() && !always) continue;
    if (!row.when_themes.empty() && !any_of(themes, row.when_themes)) continue;
    if (is_replaced(library, row, state, on)) continue;
    // A letter cannot rest on what was adopted only after it was written.
    if (value::sure_after(row.adopted, on)) continue;
    if (row.replaced && !value::sure_before(on, row.replaced)) continue;
    citation.id = {value::CodeSet::instrument,
                   static_cast<std::uint16_t>(&row - table.begin() + 1)};
    citation.ground = ground_of(row);
    if (citation.ground == Ground::treaty) {
      if (!state) continue;
      citation.treaty = reference::treaty(library, state, row.treaty, on);
      if (citation.treaty.party != Recorded::yes) {
        answer.left_out.push_back({citation.id, &row, because(citation.treaty), citation.treaty});
        continue;
      }
    }
    answer.citations.push_back(std::move(citation));
  }
  std::ranges::stable_sort(answer.citations, {}, &Citation::ground);
  return answer;
}

}  // namespace rapport::mandate
