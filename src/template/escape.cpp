#include "template/escape.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"

#include <fmt/format.h>

namespace rapport::templates {
namespace {

bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

std::string one_line(std::string_view value) {
  std::string out;
  for (std::string_view rest = value; !rest.empty();) {
    const char32_t point = base::next_code_point(rest);
    if (base::is_control(point))
      out += ' ';
    else
      base::append_point(out, point);
  }
  return std::string(base::trim(out));
}

template <class Escape>
std::string each_line(std::string_view value, std::string_view line_end, Escape escape) {
  std::string out;
  bool is_first = true;
  for (const auto line : base::split(value, kept_line_end)) {
    const std::string text = escape(one_line(line));
    if (!is_first) out += line_end;
    out += text;
    is_first = false;
  }
  return out;
}

}  // namespace

std::string markdown_text(std::string_view value) {
  return each_line(value, "\\\n", [](const std::string& line) {
    std::string out;
    for (const char c : line) {
      if (is_punctuation(c)) out += '\\';
      out += c;
    }
    return out;
  });
}

std::string plain_text(std::string_view value) {
  return each_line(value, "\n", [](const std::string& line) { return line; });
}

std::string link_target(std::string_view address) {
  std::string out;
  for (const char c : base::trim(address)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool stays = byte > 0x20 && byte < 0x7F &&
                       std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
    out += stays ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return out;
}

}  // namespace rapport::templates
