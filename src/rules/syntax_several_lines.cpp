#include "rules/engine/faults.hpp"

namespace rapport::rules::syntax_several_lines_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::several_lines};

/// `mode: online`, a space too far to the right.
bool is_like_key(std::string_view line) {
  const auto end =
      line.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
  if (end == 0 || end == std::string_view::npos || line[end] != ':') return false;
  return end + 1 == line.size() || line[end + 1] == ' ';
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A text goes on on the next line",
    .help =
        "A text without a mark ends on its line; what follows deeper would be joined to it "
        "silently.",
    .example =
        "notes: First met\n"
        "  at the consultation",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          auto& finding = report.add(place_of(found), "a text cannot go on on the next line");
          if (is_like_key(spelled(found)))
            finding.fix(
                "begin it at the column of the key it belongs beside: what is indented deeper goes "
                "on with the text above");
          else
            finding.fix("for several lines write `>-` or `|` behind the key, and the text below");
        },
};

}  // namespace rapport::rules::syntax_several_lines_rule
