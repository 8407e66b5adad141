#include "rules/engine/faults.hpp"
#include "rules/engine/lines.hpp"
#include "value/written.hpp"

namespace rapport::rules::syntax_quote_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::quote};

/// A quote that begins a text stands behind a key, a dash, a bracket or a comma.
bool is_behind_quote(const FoundFault& found) {
  const auto before = found.source->text.substr(0, found.fault.offset);
  const auto at = before.find_last_not_of(" \t");
  return at != std::string_view::npos && (before[at] == '"' || before[at] == '\'');
}

/// The whole value of its key, quoted anew: `'It's'`.
void quote_anew(const FoundFault& found, Finding& finding) {
  constexpr const char* words =
      "put everything inside the quotes; in '…' a quote is written twice, in \"…\" as \\\"";
  const Line line = line_around(found.source->text, found.fault.offset);
  auto value = line.key().empty() ? line.inner() : line.value();
  const std::size_t start = line.offset() + line.text.size() - value.size();
  const std::size_t size = value.size();
  if (size < 2 || (value.front() != '"' && value.front() != '\'')) {
    finding.fix(words);
    return;
  }
  if (value.back() == value.front()) value = value.substr(1, size - 2);
  finding.fix(words,
              {found.source, static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(size)},
              value::in_quotes(value));
}

void never_closed(const FoundFault& found, Report& report) {
  constexpr const char* words =
      "close it on this line; for several lines write `>-` or `|` after the key, and the text "
      "below";
  const auto& text = found.source->text;
  const Line line = line_around(text, found.fault.offset);
  const auto below = line_below(text, line);
  const bool goes_on = below && below->column > line.column;
  const bool is_in_brackets = line.text.find_first_of("[{") < found.fault.offset - line.offset();
  const auto end = static_cast<std::uint32_t>(line.offset() + line.text.size());
  Finding& finding = report.add(place_of(found), "this quote is never closed");
  if (goes_on || is_in_brackets || line.text.ends_with('\\') || end <= found.fault.offset)
    finding.fix(words);
  else
    finding.fix(words, {found.source, end, 0}, std::string(1, first_of(found)));
}

/// `"a", "b"` without the brackets of a list.
void list_without_brackets(const FoundFault& found, Report& report) {
  report.add(place_of(found), "text follows the closing quote")
      .fix("write a list in brackets: [ ]; a text with a comma has it inside the quotes");
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A quote is never closed, or text follows it",
    .help =
        "A quoted text ends on its line. Without the closing quote everything after it would be "
        "read as text, even a refusal of consent.",
    .example = "name: \"Lucía Ejemplo Ramírez",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          if (!is_behind_quote(found))
            never_closed(found, report);
          else if (first_of(found) == ',')
            list_without_brackets(found, report);
          else
            quote_anew(found, report.add(place_of(found), "text follows the closing quote"));
        },
};

}  // namespace rapport::rules::syntax_quote_rule
