#include "rules/engine/faults.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

#include <fmt/format.h>

namespace rapport::rules {

namespace {

/// The one word of several parts that this is a part of: `victim` of `alleged-victim`. Empty when
/// there is none, or more than one.
std::string_view containing(std::string_view written, std::span<const std::string_view> known) {
  const std::string folded = base::fold(written);
  std::string_view found;
  for (const auto word : known) {
    const auto at = folded.empty() ? std::string_view::npos : word.find(folded);
    if (at == std::string_view::npos) continue;
    const auto end = at + folded.size();
    const bool whole = (at == 0 || word[at - 1] == '-') && (end == word.size() || word[end] == '-');
    if (!whole) continue;
    if (!found.empty()) return {};
    found = word;
  }
  return found;
}

}  // namespace

std::string meant(const FoundFault& found) {
  const auto written = spelled(found);
  if (written.size() < 2) return std::string(written);
  const auto style = [&] {
    switch (written.front()) {
      case '\'':
        return yaml::Style::single_quoted;
      case '"':
        return yaml::Style::double_quoted;
      case '|':
        return yaml::Style::literal;
      case '>':
        return yaml::Style::folded;
      default:
        return yaml::Style::plain;
    }
  }();
  return std::string(base::trim(value::Text(written, style, found.fault.offset).str()));
}

std::string quote(std::string_view text) {
  constexpr std::size_t limit = 48;
  const auto line = text.substr(0, text.find('\n'));
  const auto shown = base::fit(line, limit);
  return fmt::format("'{}{}'", base::printable(shown), shown.size() < text.size() ? "…" : "");
}

bool hides(const FoundFault& found) {
  return found.fault.row != nullptr && found.fault.row->meta.must_seal;
}

std::string named(const FoundFault& found) {
  return hides(found) ? std::string("this value") : quote(meant(found));
}

Finding& add(Report& report, const FoundFault& found, std::string message) {
  Finding& finding = report.add(place_of(found), std::move(message));
  const auto* row = found.fault.row;
  finding.quotes_record = row == nullptr || row->meta.reveals != value::Reveals::open;
  return finding;
}

std::string nearest_word(std::string_view written, std::span<const std::string_view> known) {
  std::string_view best = base::nearest(written, known);
  if (best.empty()) best = containing(written, known);
  return best.empty() ? std::string{} : fmt::format("write '{}'", best);
}

}  // namespace rapport::rules
