#include "template/entity.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

namespace rapport::templates {
namespace {

struct Named {
  std::string_view name;
  std::string_view text;
};

constexpr auto named = std::to_array<Named>({
    {"amp", "&"},         {"lt", "<"},        {"gt", ">"},         {"quot", "\""},
    {"apos", "'"},        {"nbsp", "\u00A0"}, {"ndash", "\u2013"}, {"mdash", "\u2014"},
    {"hellip", "…"},      {"bull", "•"},      {"middot", "·"},     {"laquo", "«"},
    {"raquo", "»"},       {"copy", "©"},      {"sect", "§"},       {"para", "¶"},
    {"thinsp", "\u2009"}, {"deg", "°"},       {"numsp", "\u2007"},
});

std::string numbered(std::string_view digits) {
  const bool is_hex = digits.starts_with('x') || digits.starts_with('X');
  if (is_hex) digits.remove_prefix(1);
  unsigned point = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), point, is_hex ? 16 : 10);
  const bool is_valid = error == std::errc() && end == digits.data() + digits.size() &&
                        point >= 0x20 && point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF) &&
                        !base::is_control(point);
  std::string out;
  if (is_valid) base::append_point(out, point);
  return out;
}

}  // namespace

std::string entity(std::string_view written) {
  if (!written.starts_with('&') || !written.ends_with(';') || written.size() < 3) return {};
  const auto name = written.substr(1, written.size() - 2);
  if (name.starts_with('#')) return numbered(name.substr(1));
  const auto found = std::ranges::find(named, name, &Named::name);
  return found == named.end() ? std::string() : std::string(found->text);
}

}  // namespace rapport::templates
