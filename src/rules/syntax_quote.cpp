#include "rules/engine/faults.hpp"

namespace rapport::rules::syntax_quote_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::quote};

/// A quote that begins a text stands behind a key, a dash, a bracket or a comma.
bool is_behind_quote(const FoundFault& found) {
  const auto before = found.source->text.substr(0, found.fault.offset);
  const auto at = before.find_last_not_of(" \t");
  return at != std::string_view::npos && (before[at] == '"' || before[at] == '\'');
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A quote is never closed, or text follows it",
    .help =
        "A quoted text ends on its line. Without the closing quote everything behind it "
        "would be taken for text, a refusal of consent too.",
    .example = "name: \"Lucía Ejemplo Ramírez",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          if (!is_behind_quote(found))
            report.add(place_of(found), "this quote is never closed")
                .fix(
                    "close it on this line; for several lines write `>-` or `|` behind the key, "
                    "and the text below");
          else
            report.add(place_of(found), "text follows the closing quote")
                .fix(
                    "put everything inside the quotes; in '…' a quote is written twice, in \"…\" "
                    "as \\\"");
        },
};

}  // namespace rapport::rules::syntax_quote_rule
