#include "query/mistake.hpp"

#include "base/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::query {

base::Failure failure(const Mistake& mistake, std::string_view text) {
  const auto offset = std::min(mistake.at.offset, text.size());
  const auto length = std::min(mistake.at.length, text.size() - offset);
  const auto indent = base::width(base::printable(text.substr(0, offset)));
  const auto under = base::width(base::printable(text.substr(offset, length)));
  const std::string caret = "^" + std::string(under > 1 ? under - 1 : 0, '~');
  return {base::Failing::usage,
          fmt::format("{}\n  {}\n  {}{}", mistake.what, base::printable(text),
                      std::string(indent, ' '), caret),
          mistake.hint};
}

std::string did_you_mean(std::string_view known) {
  return known.empty() ? std::string{} : fmt::format("did you mean '{}'?", known);
}

}  // namespace rapport::query
