#include "rules/engine/letter_reference.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace rapport::rules {
namespace {

bool all(std::string_view text, bool (*is)(char), std::size_t least, std::size_t most) {
  return text.size() >= least && text.size() <= most && std::ranges::all_of(text, is);
}

}  // namespace

LetterReference parse_reference(std::string_view text) {
  const auto parts = base::split(text, ' ');
  if (parts.size() < 3) return {};
  const auto type = parts.front();
  const auto code = parts[parts.size() - 2];
  const auto slash = parts.back().find('/');
  if (slash == std::string_view::npos) return {};
  const auto number = parts.back().substr(0, slash);
  const auto year = parts.back().substr(slash + 1);
  if (type != "UA" && type != "AL" && type != "OL") return {};
  if (!all(code, base::is_upper, 3, 3) || !all(number, base::is_digit, 1, 4) ||
      !all(year, base::is_digit, 4, 4) || number.front() == '0')
    return {};
  const bool old_form = parts.size() > 3;
  if (old_form && (year > "2014" || parts[1] != "G/SO")) return {};
  return {type, code, number, year};
}

}  // namespace rapport::rules
