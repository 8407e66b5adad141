// Looking for characters that few files have, without looking at the others.
#pragma once

#include "base/swar.hpp"
#include "base/unicode.hpp"
#include "value/source.hpp"

#include <algorithm>
#include <string_view>

namespace rapport::rules {

/// Calls `visit(line, offset)` for each line that is not ASCII, if the file may have a character
/// that is unusual.
template <class Visit>
void each_unusual_line(const value::Source& source, Visit&& visit) {
  if (!source.may_have_unusual) return;
  const auto text = source.text;
  for (auto at = base::swar::find_non_ascii(text, 0); at != std::string_view::npos;) {
    const auto before = text.rfind('\n', at);
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    const auto end = std::min(text.find('\n', at), text.size());
    visit(text.substr(start, end - start), start);
    at = base::swar::find_non_ascii(text, end);
  }
}

/// The line that this offset is in.
inline std::string_view line_of(const value::Source& source, std::size_t at) {
  const auto text = source.text;
  at = std::min(at, text.size());
  const auto before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  return text.substr(start, std::min(text.find('\n', at), text.size()) - start);
}

/// The first character of that sort in the line, as a byte; npos when there is none.
inline std::size_t find_point(std::string_view line, bool (*is)(char32_t)) {
  auto rest = line;
  while (!rest.empty()) {
    const std::size_t at = line.size() - rest.size();
    if (is(base::next_code_point(rest))) return at;
  }
  return std::string_view::npos;
}

/// Combining marks or conjoining letters may stand in the line.
inline bool may_be_decomposed(std::string_view line) {
  return line.find_first_of("\xcc\xcd") != std::string_view::npos ||
         line.find("\xe1\x84") != std::string_view::npos ||
         line.find("\xe1\x85") != std::string_view::npos;
}

}  // namespace rapport::rules
