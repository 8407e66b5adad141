// Codes of the reference data: States, themes, mandates ... A record holds the code; what it stands
// for lies in reference/.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::value {

enum class CodeSet : std::uint8_t {
  absent,
  state,
  territory,
  organisation,
  mandate,
  theme,
  mechanism,
  presence,
  agency,
  instrument,
  treaty,
};
inline constexpr std::size_t code_set_count = 10;
inline constexpr std::size_t code_limit = 4095;  // rows of one set

/// One row of the reference data, by its set and its place there. 0 is no row.
struct RowId {
  CodeSet set = CodeSet::absent;
  std::uint16_t index = 0;  // from 1

  explicit operator bool() const { return index != 0; }
  friend bool operator==(const RowId&, const RowId&) = default;
};

/// The codes that exist, shipped and the office's own. Filled once before records are read.
class Codes {
 public:
  /// Keeps a view of `code`; its text must stay. Answers its index, also when it was there, and 0
  /// when the set is full.
  std::uint16_t add(CodeSet set, std::string_view code);
  std::uint16_t find(CodeSet set, std::string_view code) const;  // 0: unknown
  std::string_view name(RowId row) const;
  const std::vector<std::string_view>& all(CodeSet set) const {
    return tables_[static_cast<std::size_t>(set)].codes;
  }

 private:
  struct Table {
    std::vector<std::string_view> codes;
    std::vector<std::uint16_t> slots;  // open addressing, a power of two long
  };
  static void place(Table& table, std::uint16_t index);
  std::array<Table, code_set_count + 1> tables_;
};

/// A code of one set, 4 bytes; all zero means absent.
template <CodeSet Set>
class Code {
 public:
  Code() = default;
  Code(std::uint16_t index, std::uint32_t offset) : offset_and_index_(offset << 12 | index) {}

  explicit operator bool() const { return index() != 0; }
  RowId row() const { return {index() == 0 ? CodeSet::absent : Set, index()}; }
  std::uint16_t index() const { return static_cast<std::uint16_t>(offset_and_index_ & 0xfff); }
  std::uint32_t offset() const { return offset_and_index_ >> 12; }

  friend bool operator==(const Code& a, const Code& b) { return a.index() == b.index(); }

 private:
  std::uint32_t offset_and_index_ = 0;
};

using StateCode = Code<CodeSet::state>;
using TerritoryCode = Code<CodeSet::territory>;
using OrganisationCode = Code<CodeSet::organisation>;
using MandateCode = Code<CodeSet::mandate>;
using ThemeCode = Code<CodeSet::theme>;
using InstrumentCode = Code<CodeSet::instrument>;

/// A row of any set a partner can be listed in, written `mechanism/achpr-sr-hrd`.
class ListedRow {
 public:
  ListedRow() = default;
  ListedRow(RowId row, std::uint32_t offset) : offset_(offset), row_(row) {}

  explicit operator bool() const { return static_cast<bool>(row_); }
  RowId row() const { return row_; }
  std::uint32_t offset() const { return offset_; }

 private:
  std::uint32_t offset_ = 0;
  RowId row_;
};

/// "mechanism" for CodeSet::mechanism; as written in front of the slash.
std::string_view word(CodeSet set);
CodeSet code_set(std::string_view word);

}  // namespace rapport::value
