// What a value is compared with, for each shape of value. A test sees one value; absent ones never
// reach it.
#pragma once

#include "query/field_path.hpp"
#include "query/needle.hpp"
#include "query/period.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace rapport::query {

struct Present {
  Truth of(const void*) const { return Truth::yes; }
};

/// Words of a vocabulary and codes of a set, by index.
struct Indexes {
  const value::Type* type = nullptr;
  std::vector<std::uint16_t> wanted = {};
  Truth of(const void* value) const;
};

/// Ids that refer to a record, by `Ref::target()`.
struct Targets {
  std::vector<std::uint32_t> wanted = {};
  Truth of(const void* value) const;
};

/// Text, and everything else by how it is written.
struct Texts {
  const value::Type* type = nullptr;
  const value::Codes* codes = nullptr;
  std::vector<Needle> equal = {};
  std::vector<Needle> contained = {};
  Truth of(const void* value) const;
};

/// A language or one of its variants: `zh` is also `zh-Hant`.
struct Languages {
  std::vector<std::string> wanted = {};
  Truth of(const void* value) const;
};

struct Dates {
  bool is_moment = false;
  std::vector<Days> wanted = {};
  bool wants_unknown = false;
  Truth of(const void* value) const;
  Truth of_period(const Period& period) const;
  Truth of_history(const History& history) const;
};

/// Counts, durations in days, amounts in hundredths.
struct Numbers {
  enum class Kind : std::uint8_t { count, duration, amount };
  struct Range {
    std::int64_t first;
    std::int64_t last;
  };
  Kind kind = Kind::count;
  std::vector<Range> wanted = {};
  bool wants_unknown = false;
  Truth of(const void* value) const;
};

struct Flags {
  std::array<bool, 2> wanted = {};  // no, yes
  Truth of(const void* value) const;
};

struct Test {
  std::variant<Present, Indexes, Targets, Texts, Languages, Dates, Numbers, Flags> kind;

  /// `type` is the value's own: for a date, also a period in which it lies.
  Truth of(const void* value, const value::Type& type) const {
    if (&type == &history_type()) return of_history(*static_cast<const History*>(value));
    if (&type == &period_type()) return of_period(*static_cast<const Period*>(value));
    return std::visit([value](const auto& test) { return test.of(value); }, kind);
  }

 private:
  Truth of_period(const Period& period) const;
  Truth of_history(const History& history) const;
};

/// "1200.50" as 120050.
std::int64_t hundredths(std::string_view amount);

}  // namespace rapport::query
