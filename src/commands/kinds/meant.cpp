#include "commands/kinds/meant.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rapport::commands {
namespace {

using Synonym = std::pair<std::string_view, std::string_view>;

/// What people call a kind that has another name here. The vocabularies have no synonyms of their
/// own, because a record has one word for one thing.
constexpr auto synonyms = std::to_array<Synonym>({
    {"activist", "defender"},
    {"advocate", "lawyer"},
    {"agency", "un-agency"},
    {"allegation", "communication"},
    {"appeal", "communication"},
    {"army", "law-enforcement"},
    {"call", "phone-call"},
    {"company", "business"},
    {"court", "judiciary"},
    {"driver", "cooperating-person"},
    {"email", "correspondence"},
    {"foundation", "donor"},
    {"hrd", "defender"},
    {"interpreter", "cooperating-person"},
    {"interview", "meeting"},
    {"journalist", "media"},
    {"judge", "judiciary"},
    {"letter", "communication"},
    {"mail", "correspondence"},
    {"ministry", "government"},
    {"mission", "permanent-mission"},
    {"mission", "visit"},
    {"network", "association"},
    {"newspaper", "media"},
    {"organisation", "ngo"},
    {"organization", "ngo"},
    {"panel", "roundtable"},
    {"parliament", "legislature"},
    {"person", "defender"},
    {"phone", "phone-call"},
    {"police", "law-enforcement"},
    {"press-release", "statement"},
    {"professor", "academic"},
    {"prosecutor", "prosecution"},
    {"rapporteur", "special-procedure"},
    {"relative", "cooperating-person"},
    {"seminar", "training"},
    {"speech", "statement"},
    {"trip", "visit"},
    {"union", "trade-union"},
    {"university", "academic"},
    {"workshop", "training"},
});

}  // namespace

std::string_view meant_kind(std::string_view said, std::span<const std::string_view> kinds) {
  const auto lower = base::lower_ascii(said);
  for (const auto& [word, kind] : synonyms)
    if (word == lower && std::ranges::count(kinds, kind) != 0) return kind;
  return base::nearest(said, kinds);
}

}  // namespace rapport::commands
