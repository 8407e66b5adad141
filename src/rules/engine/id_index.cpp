#include "rules/engine/id_index.hpp"

#include "base/nearest.hpp"
#include "base/unicode.hpp"

#include <algorithm>
#include <bit>

namespace rapport::rules {
namespace {

constexpr std::size_t most_compared = 20000;  // beyond, a hint costs more than it helps

}  // namespace

IdIndex::IdIndex(const model::Dataset& data) {
  for (std::uint32_t i = 0; i < data.size(); ++i) {
    ids_.push_back(data.head(i).id());
    letters_.push_back(letters_of(ids_.back()));
  }
  for (const model::Partner* partner : data.partners()) {
    const auto add = [&](const value::Text& name) {
      auto& of_name = names_.try_emplace(base::fold(name.str()), partner).first->second;
      if (of_name != partner) of_name = nullptr;
    };
    add(partner->name);
    for (const auto& alias : partner->aliases) add(alias);
  }
}

IdIndex::Letters IdIndex::letters_of(std::string_view id) {
  Letters letters;
  for (const char c : base::fold(id)) {
    const bool parts = c == '_' || c == ' ';
    const std::uint64_t bit = std::uint64_t{1}
                              << (static_cast<unsigned char>(parts ? '-' : c) & 63U);
    letters.again |= letters.once & bit;
    letters.once |= bit;
  }
  return letters;
}

unsigned IdIndex::steps_at_least(const Letters& one, const Letters& other) {
  const int taken = std::popcount(one.once & ~other.once) + std::popcount(one.again & ~other.again);
  const int added = std::popcount(other.once & ~one.once) + std::popcount(other.again & ~one.again);
  return static_cast<unsigned>(std::max(taken, added));
}

const model::Partner* IdIndex::called(const std::string& folded) const {
  const auto found = folded.empty() ? names_.end() : names_.find(folded);
  return found == names_.end() ? nullptr : found->second;
}

std::string_view IdIndex::nearest(std::string_view id) const {
  const auto allowed = static_cast<unsigned>(id.size() / 3);
  const Letters letters = letters_of(id);
  // Most slips are one step away, and nearly no record can be that close.
  for (const unsigned limit : {std::min(1U, allowed), allowed}) {
    base::Nearest nearest(id);
    std::size_t compared = 0;
    for (std::size_t i = 0; i < ids_.size() && compared < most_compared; ++i) {
      if (steps_at_least(letters, letters_[i]) > limit) continue;
      nearest.offer(ids_[i]);
      ++compared;
    }
    if (nearest.steps() <= limit) return nearest.best();
  }
  return {};
}

}  // namespace rapport::rules
