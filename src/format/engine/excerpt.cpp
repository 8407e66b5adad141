#include "format/engine/excerpt.hpp"

#include "base/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::format {
namespace {

constexpr std::size_t margin = 8;  // "   34 | "
constexpr std::size_t least_excerpt = 24;
constexpr std::size_t widest_line = 240;  // where nothing else says how wide a line may be

struct Parts {
  std::string before;
  std::string marked;
  std::string after;
};

std::string_view take_points(std::string_view& text, std::size_t count) {
  const std::string_view whole = text;
  for (; count > 0 && !text.empty(); --count) base::next_code_point(text);
  return whole.substr(0, whole.size() - text.size());
}

Parts split(const view::Place& place) {
  std::string_view rest = place.excerpt;
  const std::size_t column = std::max<std::size_t>(place.column, 1);
  const auto before = take_points(rest, column - std::min(column, place.excerpt_column));
  const auto marked = take_points(rest, place.end > column ? place.end - column : 0);
  return {base::printable(before), base::printable(marked), base::printable(rest)};
}

/// The end of `text` that fits `columns`, after "…" when something was left out.
std::string tail(const std::string& text, std::size_t columns) {
  const std::size_t all = base::width(text);
  if (all <= columns) return text;
  std::string_view rest = text;
  rest.remove_prefix(base::fit(text, all + 1 - columns).size());
  while (base::width(rest) + 1 > columns && !rest.empty()) base::next_code_point(rest);
  return "…" + std::string(rest);
}

void narrow(Parts& parts, std::size_t width) {
  const std::size_t room = std::max(width > margin ? width - margin : 0, least_excerpt);
  const std::size_t all =
      base::width(parts.before) + base::width(parts.marked) + base::width(parts.after);
  if (all <= room) return;
  parts.marked = cut(parts.marked, room * 2 / 3);
  const std::size_t left = room - base::width(parts.marked);
  parts.before =
      tail(parts.before, std::max(left * 2 / 3, left - std::min(left, base::width(parts.after))));
  parts.after = cut(parts.after, left - std::min(left, base::width(parts.before)));
}

}  // namespace

std::string excerpt(const view::Place& place, const Paint& paint, value::Severity severity,
                    std::size_t width) {
  if (place.line == 0 || place.excerpt.empty()) return {};
  Parts parts = split(place);
  narrow(parts, width == 0 ? widest_line : width);
  const std::size_t marked = std::max<std::size_t>(base::width(parts.marked), 1);
  const std::string caret = "^" + std::string(marked - 1, '~');
  const std::string number = fmt::format("{:>5} | ", place.line);
  return fmt::format("{}{}{}{}\n{}{}{}\n", paint.faint(number), parts.before, parts.marked,
                     parts.after, paint.faint("      | "),
                     std::string(base::width(parts.before), ' '), paint.severity(severity, caret));
}

}  // namespace rapport::format
