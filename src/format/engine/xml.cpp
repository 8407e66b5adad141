#include "format/engine/xml.hpp"

#include "base/unicode.hpp"

namespace rapport::format {
namespace {

void append_xml(std::string& out, char32_t point) {
  switch (point) {
    case '&':
      out += "&amp;";
      return;
    case '<':
      out += "&lt;";
      return;
    case '>':
      out += "&gt;";
      return;
    case '"':
      out += "&quot;";
      return;
    case '\'':
      out += "&#39;";
      return;
    default:
      base::append_point(out, point);
  }
}

bool is_allowed(char32_t point) {
  if (point == '\n' || point == '\t') return true;
  return !base::is_control(point) && !base::is_bidi_control(point) && point != 0xFFFE &&
         point != 0xFFFF;
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const char32_t point = base::next_code_point(text);
    append_xml(out, is_allowed(point) ? point : base::replacement_character);
  }
  return out;
}

}  // namespace rapport::format
