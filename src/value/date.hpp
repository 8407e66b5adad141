// Dates as real records have them: a year, a month, a day, or "unknown". A date is an interval of
// days, so comparing two of them answers yes, no or maybe.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rapport::value {

enum class Truth : std::uint8_t { no, maybe, yes };
enum class Precision : std::uint8_t { unknown, year, month, day };

/// 8 bytes; all zero means absent. Otherwise a real date of the years 1800 to 2200 or "unknown",
/// with the place it was read at (0 for one that was computed).
class Date {
 public:
  using Days = std::chrono::sys_days;

  Date() = default;
  /// ISO 8601: 2015, 2015-07, 2015-07-30, or the word unknown.
  static std::optional<Date> parse(std::string_view text);
  static Date of(Days day);
  static Date of(int year, unsigned month = 0, unsigned day = 0);  // must be a real date

  explicit operator bool() const { return year_ != 0; }
  bool is_unknown() const { return year_ == unknown_year; }
  Precision precision() const;
  int year() const { return year_; }  // meaningless when unknown
  unsigned month() const { return month_; }
  unsigned day() const { return day_; }

  /// The first and the last day it may be; for "unknown", all days there are.
  Days first() const;
  Days last() const;

  std::string str() const;       // as parse reads it
  std::string in_words() const;  // "10 April 2026", "April 2026", "2026"; empty when unknown
  std::uint32_t offset() const { return offset_; }
  Date at(std::uint32_t offset) const;

  /// The same date, whatever its place.
  friend bool operator==(const Date& a, const Date& b) {
    return a.year_ == b.year_ && a.month_ == b.month_ && a.day_ == b.day_;
  }

 private:
  static constexpr std::int16_t unknown_year = -1;

  std::uint32_t offset_ = 0;
  std::int16_t year_ = 0;
  std::uint8_t month_ = 0;
  std::uint8_t day_ = 0;
};
static_assert(sizeof(Date) == 8);

/// Absent dates compare as maybe.
Truth before(const Date& a, const Date& b);
Truth after(const Date& a, const Date& b);
inline bool sure_before(const Date& a, const Date& b) { return before(a, b) == Truth::yes; }
inline bool sure_after(const Date& a, const Date& b) { return after(a, b) == Truth::yes; }

/// Is `date` within [start, end]? An absent start or end leaves that side open.
Truth within(const Date& date, const Date& start, const Date& end);

/// For sorting only: by first day, then last day; absent dates first.
bool sorts_before(const Date& a, const Date& b);

/// From the last day `from` can be to the first day `to` can be.
int days_between(const Date& from, const Date& to);
Date plus_days(const Date& date, int days);  // from the last day it can be

}  // namespace rapport::value
