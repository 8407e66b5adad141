#include "format/engine/yaml_text.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rapport::format {
namespace {

bool is_letter(char c) {
  return base::is_lower(c) || base::is_upper(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// Words that some version of YAML reads as yes, no or nothing.
bool is_reserved(std::string_view text) {
  constexpr auto words = std::to_array<std::string_view>(
      {"y", "n", "yes", "no", "true", "false", "on", "off", "null"});
  return std::ranges::find(words, base::lower_ascii(text)) != words.end();
}

bool is_plain(std::string_view text) {
  if (text.empty() || !is_letter(text.front()) || text.back() == ' ' || is_reserved(text))
    return false;
  for (std::string_view rest = text; !rest.empty();) {
    const char32_t point = base::next_code_point(rest);
    if (base::is_control(point) || base::is_bidi_control(point) || base::is_invisible(point) ||
        point == base::replacement_character)
      return false;
  }
  return std::ranges::all_of(text, [](char c) {
    return is_letter(c) || base::is_digit(c) ||
           std::string_view(" -_./()'").find(c) != std::string_view::npos;
  });
}

void append_yaml(std::string& out, char32_t point) {
  if (point == '"' || point == '\\')
    (out += '\\') += static_cast<char>(point);
  else if (point == '\n')
    out += "\\n";
  else if (point == '\t')
    out += "\\t";
  else if (point > 0xFFFF && base::is_invisible(point))
    out += fmt::format("\\U{:08X}", static_cast<unsigned>(point));
  else if (base::is_control(point) || base::is_bidi_control(point) || base::is_invisible(point))
    out += fmt::format("\\u{:04X}", static_cast<unsigned>(point));
  else
    base::append_point(out, point);
}

}  // namespace

std::string yaml_text(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string out = "\"";
  while (!text.empty()) append_yaml(out, base::next_code_point(text));
  return out + '"';
}

}  // namespace rapport::format
