#include "mandate/cosign.hpp"

#include "base/unicode.hpp"
#include "reference/on_day.hpp"

#include <algorithm>

namespace rapport::mandate {
namespace {

using model::MandateCode;
using model::StateCode;
using model::ThemeCode;
using reference::Recorded;
using reference::ReferenceData;

// Weights. The ratio of core to regular, and the small weight of the past, were measured on
// published letters; a test keeps how many of their co-signatories are found from falling.
constexpr int unit = 60;  // divisible by every number of past letters that is looked at
constexpr int core = 3 * unit;
constexpr int regular = unit;
constexpr int habit = unit;
constexpr int country_first = 1'000'000;
constexpr std::size_t letters_of_habit = 5;

template <class List, class Code>
bool contains(const List& list, const Code& code) {
  return std::ranges::find(list, code) != list.end();
}

class Proposals {
 public:
  Proposals(const ReferenceData& library, const Matter& matter)
      : library_(library), matter_(matter) {}

  void add(MandateCode mandate, ProposalReason reason, int points) {
    for (const MandateCode standing : standing_for(mandate)) {
      if (standing == matter_.lead || contains(matter_.asked, standing)) continue;
      Proposal& proposal = of(standing);
      proposal.reasons.push_back(reason);
      proposal.points += points;
    }
  }

  std::vector<Proposal> ranked() {
    for (Proposal& proposal : all_)
      std::ranges::stable_sort(proposal.reasons, {}, &ProposalReason::kind);
    std::ranges::sort(all_, [&](const Proposal& a, const Proposal& b) {
      if (a.points != b.points) return a.points > b.points;
      const auto left = base::fold(a.row->theme_en.str());
      const auto right = base::fold(b.row->theme_en.str());
      return left != right ? left < right : a.mandate.index() < b.mandate.index();
    });
    return std::move(all_);
  }

 private:
  Proposal& of(MandateCode mandate) {
    const auto found = std::ranges::find(all_, mandate, &Proposal::mandate);
    if (found != all_.end()) return *found;
    const auto* row = library_.row(mandate);
    all_.push_back({.mandate = mandate,
                    .row = row,
                    .reasons = {},
                    .activity = reference::activity(*row, matter_.on),
                    .points = 0});
    return all_.back();
  }

  /// The mandate itself when it was active on the day; else the one it was merged into, or those
  /// that were later merged into it. Themes name the mandates of today.
  std::vector<MandateCode> standing_for(MandateCode mandate) const {
    const auto* row = library_.row(mandate);
    reference::Activity activity;
    // Rows of an office's own can be merged into each other: nobody stands for those.
    std::vector<MandateCode> passed;
    for (; row != nullptr; row = library_.row(mandate)) {
      activity = reference::activity(*row, matter_.on);
      if (activity.known != Recorded::no) return {mandate};
      if (activity.because != reference::Inactive::merged) break;
      if (contains(passed, mandate)) return {};
      passed.push_back(mandate);
      mandate = row->merged_into;
    }
    if (row == nullptr) return {};
    std::vector<MandateCode> before;
    if (activity.because != reference::Inactive::not_yet) return before;
    const auto& table = library_.table<model::MandateRow>();
    for (const auto& other : table)
      if (other.merged_into == mandate &&
          reference::activity(other, matter_.on).known != Recorded::no)
        before.emplace_back(static_cast<std::uint16_t>(&other - table.begin() + 1), 0);
    return before;
  }

  const ReferenceData& library_;
  const Matter& matter_;
  std::vector<Proposal> all_;
};

void add_countries(Proposals& proposals, const ReferenceData& library, const Matter& matter) {
  const auto& table = library.table<model::MandateRow>();
  for (const auto& row : table) {
    const MandateCode mandate(static_cast<std::uint16_t>(&row - table.begin() + 1), 0);
    for (const StateCode state : matter.states) {
      if (contains(row.countries, state))
        proposals.add(mandate, {.kind = ReasonKind::country}, country_first);
      else if (contains(row.also_addressed, state))
        proposals.add(mandate, {.kind = ReasonKind::addressed}, core);
    }
  }
}

void add_themes(Proposals& proposals, const ReferenceData& library, const Matter& matter) {
  for (const ThemeCode theme : matter.themes) {
    const auto* row = library.row(theme);
    if (row == nullptr) continue;
    for (const MandateCode mandate : row->primary)
      proposals.add(mandate, {.kind = ReasonKind::primary, .theme = theme}, core);
    for (const MandateCode mandate : row->secondary)
      proposals.add(mandate, {.kind = ReasonKind::secondary, .theme = theme}, regular);
  }
  for (const ThemeCode theme : matter.victim_themes) {
    const auto* row = library.row(theme);
    if (row == nullptr || contains(matter.themes, theme)) continue;
    for (const MandateCode mandate : row->primary)
      proposals.add(mandate, {.kind = ReasonKind::victim, .theme = theme}, regular);
  }
}

void add_habits(Proposals& proposals, const ReferenceData& library, const Matter& matter,
                std::span<const PastLetter> past) {
  std::vector<const PastLetter*> letters;
  for (const PastLetter& letter : past)
    if (letters.size() < letters_of_habit &&
        std::ranges::any_of(letter.themes,
                            [&](ThemeCode theme) { return contains(matter.themes, theme); }))
      letters.push_back(&letter);
  const auto of = static_cast<int>(letters.size());
  const auto& table = library.table<model::MandateRow>();
  for (const auto& row : table) {
    if (row.scope != model::MandateScope::thematic) continue;
    const MandateCode mandate(static_cast<std::uint16_t>(&row - table.begin() + 1), 0);
    const auto joined = static_cast<int>(std::ranges::count_if(
        letters, [&](const PastLetter* letter) { return contains(letter->signers, mandate); }));
    if (joined > 0)
      proposals.add(mandate, {.kind = ReasonKind::joined_before, .joined = joined, .of = of},
                    habit * joined / of);
  }
}

}  // namespace

std::vector<Proposal> propose(const ReferenceData& library, const Matter& matter,
                              std::span<const PastLetter> past) {
  Proposals proposals(library, matter);
  add_countries(proposals, library, matter);
  add_themes(proposals, library, matter);
  add_habits(proposals, library, matter, past);
  return proposals.ranked();
}

std::vector<MandateCode> in_letter_order(const ReferenceData& library,
                                         std::vector<MandateCode> mandates, MandateCode lead,
                                         model::Date on) {
  const auto key = [&](MandateCode mandate) {
    const auto* row = library.row(mandate);
    const std::string word = row == nullptr ? "" : reference::on_day(*row, on).theme_en.str();
    return std::tuple{!(mandate == lead), base::fold(word), mandate.index()};
  };
  std::ranges::stable_sort(mandates, {}, key);
  return mandates;
}

}  // namespace rapport::mandate
