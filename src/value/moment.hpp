// A date, or a date with a time of day and its offset from UTC.
#pragma once

#include "value/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rapport::value {

/// 12 bytes; all zero means absent. A time always has its offset: 2026-05-04T09:30-06:00.
class Moment {
 public:
  Moment() = default;
  static std::optional<Moment> parse(std::string_view text);

  explicit operator bool() const { return static_cast<bool>(date_); }
  const Date& date() const { return date_; }
  bool has_time() const { return minutes_ != 0; }
  int minutes() const { return minutes_ - 1; }            // of the local day; only with a time
  int offset_minutes() const { return offset_minutes_; }  // local minus UTC
  /// Minutes since 1970 in UTC; only with a time.
  std::int64_t instant() const;

  std::string str() const;
  std::string time() const;  // "09:30", or empty
  std::uint32_t offset() const { return date_.offset(); }
  Moment at(std::uint32_t offset) const;

  friend bool operator==(const Moment&, const Moment&) = default;

 private:
  Date date_;
  std::int16_t minutes_ = 0;  // from 1; 0 is no time
  std::int16_t offset_minutes_ = 0;
};
static_assert(sizeof(Moment) == 12);

/// By instant when both have a time, else by date.
Truth before(const Moment& a, const Moment& b);
inline bool sure_before(const Moment& a, const Moment& b) { return before(a, b) == Truth::yes; }
bool sorts_before(const Moment& a, const Moment& b);

}  // namespace rapport::value
