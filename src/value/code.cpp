#include "value/code.hpp"

#include "base/fast_equal.hpp"
#include "base/hash.hpp"

namespace rapport::value {
namespace {

constexpr std::array<std::string_view, code_set_count + 1> set_words = {
    "",          "state",    "territory", "organisation", "mandate", "theme",
    "mechanism", "presence", "agency",    "instrument",   "treaty"};

}  // namespace

std::string_view word(CodeSet set) { return set_words[static_cast<std::size_t>(set)]; }

CodeSet code_set(std::string_view text) {
  for (std::size_t i = 1; i < set_words.size(); ++i)
    if (set_words[i] == text) return static_cast<CodeSet>(i);
  return CodeSet::absent;
}

void Codes::place(Table& table, std::uint16_t index) {
  const std::size_t mask = table.slots.size() - 1;
  std::size_t at = base::hash(table.codes[index - 1U]) & mask;
  while (table.slots[at] != 0) at = (at + 1) & mask;
  table.slots[at] = index;
}

std::uint16_t Codes::add(CodeSet set, std::string_view code) {
  if (const auto known = find(set, code)) return known;
  Table& table = tables_[static_cast<std::size_t>(set)];
  if (table.codes.size() == code_limit) return 0;
  table.codes.push_back(code);
  const auto index = static_cast<std::uint16_t>(table.codes.size());
  if (table.codes.size() * 2 > table.slots.size()) {
    table.slots.assign(table.slots.empty() ? 64 : table.slots.size() * 2, 0);
    for (std::uint16_t i = 1; i <= index; ++i) place(table, i);
  } else {
    place(table, index);
  }
  return index;
}

std::uint16_t Codes::find(CodeSet set, std::string_view code) const {
  const Table& table = tables_[static_cast<std::size_t>(set)];
  if (table.slots.empty()) return 0;
  const std::size_t mask = table.slots.size() - 1;
  for (std::size_t at = base::hash(code) & mask; table.slots[at] != 0; at = (at + 1) & mask)
    if (base::fast_equal(table.codes[table.slots[at] - 1U], code)) return table.slots[at];
  return 0;
}

std::string_view Codes::name(RowId row) const {
  if (!row) return {};
  return tables_[static_cast<std::size_t>(row.set)].codes[row.index - 1U];
}

}  // namespace rapport::value
