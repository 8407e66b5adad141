// The time zones of this machine: how far each is from UTC at a moment. Read from the compiled
// files of the tz database (RFC 8536), since the C++ library of GCC 12 has no time zones.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::base {

class TimeZone {
 public:
  /// Nothing when there is no such zone, or its file cannot be read.
  static std::optional<TimeZone> find(std::string_view name);

  /// Minutes ahead of UTC at `instant`, minutes since 1970 in UTC. Nothing for a time that the file
  /// has only a rule for, after 2037.
  std::optional<int> offset_at(std::int64_t instant) const;

 private:
  static std::optional<TimeZone> parse(std::string_view bytes);

  std::vector<std::int64_t> changes_;  // seconds since 1970, each to the offset of its index + 1
  std::vector<std::int32_t> offsets_;  // seconds; the first is the one before all changes
  bool goes_on_changing_ = false;
};

/// False on a machine without tzdata.
bool has_time_zones();

/// The zones that countries have; empty on a machine without tzdata.
std::vector<std::string> all_time_zones();

/// The zones of the country that `name` is a zone of, itself too.
std::vector<std::string> zones_of_same_country(std::string_view name);

}  // namespace rapport::base
