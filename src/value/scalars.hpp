// The small scalar values: yes or no, counts, spans of days, and text of a checked form.
#pragma once

#include "value/text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rapport::value {

/// yes, no, true, false. 8 bytes; all zero means absent.
class Flag {
 public:
  Flag() = default;
  Flag(bool value, std::uint32_t offset) : offset_(offset), state_(value ? 2 : 1) {}
  static std::optional<bool> parse(std::string_view text);

  explicit operator bool() const { return state_ != 0; }  // present
  bool is_yes() const { return state_ == 2; }
  std::string_view str() const { return state_ == 0 ? "" : is_yes() ? "yes" : "no"; }
  std::uint32_t offset() const { return offset_; }

 private:
  std::uint32_t offset_ = 0;
  std::uint32_t state_ = 0;
};

/// A number of people or things, 0 to 999,999,999, or "unknown". 8 bytes; all zero means absent.
class Count {
 public:
  Count() = default;
  Count(std::uint32_t value, std::uint32_t offset) : offset_(offset), value_(value + 1) {}
  static Count unknown(std::uint32_t offset);
  static std::optional<std::uint32_t> parse(std::string_view digits);

  explicit operator bool() const { return value_ != 0; }
  bool is_unknown() const { return value_ == unknown_value; }
  /// 0 when absent or unknown.
  std::uint32_t operator*() const { return value_ == 0 || is_unknown() ? 0 : value_ - 1; }
  std::string str() const;
  std::uint32_t offset() const { return offset_; }

 private:
  static constexpr std::uint32_t unknown_value = 0xffffffff;
  std::uint32_t offset_ = 0;
  std::uint32_t value_ = 0;
};

/// A span of time in whole days, weeks, months or years: 30d, 2w, 6m, 1y.
class Duration {
 public:
  Duration() = default;
  static std::optional<Duration> parse(std::string_view text);

  explicit operator bool() const { return amount_ != 0; }
  int amount() const { return amount_; }
  char unit() const { return unit_; }
  int days() const;  // a month counts 30, a year 365
  std::string str() const;
  std::uint32_t offset() const { return offset_; }
  Duration at(std::uint32_t offset) const;

 private:
  std::uint32_t offset_ = 0;
  std::uint16_t amount_ = 0;
  char unit_ = 0;
};

/// Text whose form was checked when it was read. The checker says what it must look like.
template <class Form>
class Checked : public Text {
 public:
  using Text::Text;
};

struct LanguageForm {  // BCP 47: es, zh-Hant, sr-Latn
  static constexpr std::string_view name = "language tag";
  static bool accepts(std::string_view text);
};
struct ZoneForm {  // America/Guatemala; whether it exists is checked where it is used
  static constexpr std::string_view name = "time zone";
  static bool accepts(std::string_view text);
};
struct HoursForm {  // 18:00-21:00
  static constexpr std::string_view name = "hours of the day";
  static bool accepts(std::string_view text);
};
struct UrlForm {  // http or https, no space or control character
  static constexpr std::string_view name = "web address";
  static bool accepts(std::string_view text);
};
struct EmailForm {
  static constexpr std::string_view name = "e-mail address";
  static bool accepts(std::string_view text);
};
struct KeyForm {  // the key of an item that others refer to
  static constexpr std::string_view name = "key";
  static bool accepts(std::string_view text);
};
struct AmountForm {  // 1200 or 1200.50
  static constexpr std::string_view name = "amount";
  static bool accepts(std::string_view text);
};
struct CurrencyForm {  // ISO 4217
  static constexpr std::string_view name = "currency code";
  static bool accepts(std::string_view text);
};
struct UuidForm {
  static constexpr std::string_view name = "UUID";
  static bool accepts(std::string_view text);
};

using LanguageTag = Checked<LanguageForm>;
using Zone = Checked<ZoneForm>;
using Hours = Checked<HoursForm>;
using Url = Checked<UrlForm>;
using Key = Checked<KeyForm>;
using Amount = Checked<AmountForm>;
using Currency = Checked<CurrencyForm>;
using Uuid = Checked<UuidForm>;

}  // namespace rapport::value
