#include "rules/engine/faults.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::rules::duplicate_key_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::duplicate_key};

bool is_key_at(std::string_view text, std::size_t at, std::string_view key) {
  return text.substr(at).starts_with(key) && text.substr(at + key.size()).starts_with(':');
}

/// Where the entries of the line begin: behind indentation and dashes.
std::size_t column_of(std::string_view line) {
  auto at = std::min(line.find_first_not_of(' '), line.size());
  while (line.substr(at).starts_with("- "))
    at = std::min(line.find_first_not_of(' ', at + 1), line.size());
  return at;
}

/// In the lines above, of the same block mapping.
std::size_t first_in_block(std::string_view text, std::size_t second, std::string_view key) {
  auto start = text.rfind('\n', second) + 1;  // 0 behind npos
  const std::size_t column = second - start;
  while (start > 0) {
    const std::size_t end = start - 1;
    start = end == 0 ? 0 : text.rfind('\n', end - 1) + 1;
    const auto line = text.substr(start, end - start);
    const auto indent = line.find_first_not_of(" \r");
    if (indent == std::string_view::npos || line[indent] == '#') continue;
    if (column_of(line) == column && is_key_at(text, start + column, key)) return start + column;
    if (indent < column) break;
  }
  return std::string_view::npos;
}

/// Before it between the same braces.
std::size_t first_in_flow(std::string_view text, std::size_t second, std::string_view key) {
  int depth = 0;
  for (std::size_t at = second; at-- > 0;) {
    const char c = text[at];
    const bool begins = depth == 0 && (c == '{' || c == ',' || c == ' ');
    if (begins && is_key_at(text, at + 1, key) && at + 1 != second) return at + 1;
    if (c == '}' || c == ']') ++depth;
    if ((c == '{' || c == '[') && depth-- == 0) break;
  }
  return std::string_view::npos;
}

/// npos where it was not found.
std::size_t first_place(const FoundFault& found) {
  const auto& text = found.source->text;
  const std::size_t second = found.fault.offset;
  const auto start = second == 0 ? 0 : text.rfind('\n', second - 1) + 1;
  const bool in_block = column_of(text.substr(start, second - start)) == second - start;
  const auto first =
      in_block ? first_in_block(text, second, spelled(found)) : std::string_view::npos;
  return first != std::string_view::npos ? first : first_in_flow(text, second, spelled(found));
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A key appears twice in one block",
    .help =
        "One of the two values would be lost, and which one depends on the program that reads "
        "them. Merge them, or remove one.",
    .example =
        "country: XXA\n"
        "country: XXB",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          auto& finding = report.add(place_of(found), fmt::format("{} is here for the second time",
                                                                  quote(spelled(found))));
          if (const auto first = first_place(found); first != std::string_view::npos)
            finding.note({found.source, static_cast<std::uint32_t>(first), found.fault.length},
                         "the first one");
          finding.fix("keep one of them");
        },
};

}  // namespace rapport::rules::duplicate_key_rule
