#include "rules/engine/faults.hpp"
#include "rules/engine/lines.hpp"

#include <fmt/format.h>

namespace rapport::rules::syntax_block_text_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::block_scalar};

/// Nothing is below the header, or it is not deeper than the key.
void no_text(const FoundFault& found, Report& report) {
  const auto& text = found.source->text;
  const Line header = line_around(text, found.fault.offset);
  const auto below = line_below(text, header);
  Finding& finding = report.add(
      place_of(found),
      fmt::format("there is no text below this {}, indented more than its key", first_of(found)));
  if (!below || !below->key().empty() || below->is_item() ||
      below->column > header.inner_column()) {
    finding.fix(
        "write the text on the lines below, indented more than its key, or leave the key out");
    return;
  }
  const std::size_t column = header.inner_column() + 2;
  finding.fix(fmt::format("indent the lines of the text by {} spaces", column),
              {found.source, static_cast<std::uint32_t>(below->start),
               static_cast<std::uint32_t>(below->column)},
              std::string(column, ' '));
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A text after | or > is not well formed",
    .help =
        "After | or > there may be a digit for the indentation and - or +, then a comment; the "
        "text below is indented more than its key and has at least one line. >+ is not used.",
    .example =
        "facts: |x\n"
        "  On 14 March",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          const bool is_header = first_of(found) == '|' || first_of(found) == '>';
          if (is_header && found.fault.length == 1) return no_text(found, report);
          report.add(place_of(found), "the text after | or > cannot be read")
              .fix("write `|` and end the line; indent all lines of the text alike");
        },
};

}  // namespace rapport::rules::syntax_block_text_rule
