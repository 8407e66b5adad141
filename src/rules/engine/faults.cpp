#include "rules/engine/faults.hpp"

#include "base/nearest.hpp"
#include "base/unicode.hpp"

#include <fmt/format.h>

namespace rapport::rules {

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
  return hides(found) ? std::string("this value") : quote(spelled(found));
}

Finding& add(Report& report, const FoundFault& found, std::string message) {
  Finding& finding = report.add(place_of(found), std::move(message));
  const auto* row = found.fault.row;
  finding.quotes_record = row == nullptr || row->meta.reveals != value::Reveals::open;
  return finding;
}

std::string nearest_word(std::string_view written, std::span<const std::string_view> known) {
  const auto best = base::nearest(written, known);
  return best.empty() ? std::string{} : fmt::format("write '{}'", best);
}

}  // namespace rapport::rules
