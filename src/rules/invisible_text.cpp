#include "base/unicode.hpp"
#include "model/engagement.hpp"
#include "model/partner.hpp"
#include "rules/engine/characters.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules {
namespace {

/// Some scripts join letters with these, and a mark of direction helps mixed text.
bool is_of_script(char32_t point) {
  return point == U'\u200c' || point == U'\u200d' || point == U'\u200e' || point == U'\u200f';
}
bool is_odd(char32_t point) { return base::is_invisible(point) && !is_of_script(point); }

void check(const Head& head, Report& report) {
  each_unusual_line(*head.source, [&](std::string_view line, std::size_t offset) {
    const auto at = find_point(line, &is_odd);
    // A byte order mark at the start has a rule of its own.
    if (at == std::string_view::npos || offset + at == 0) return;
    auto rest = line.substr(at);
    const auto point = static_cast<std::uint32_t>(base::take_point(rest));
    report
        .add({head.source, static_cast<std::uint32_t>(offset + at),
              static_cast<std::uint32_t>(line.size() - at - rest.size())},
             fmt::format("U+{:04X} is drawn as nothing", point))
        .fix("remove it");
  });
}

}  // namespace

extern const RuleSpec invisible_text_rule = {
    .severity = Severity::warning,
    .summary = "Text holds characters that are drawn as nothing",
    .help =
        "Soft hyphens, zero-width spaces and the like come in by pasting. They make two "
        "words that look alike differ, for search and for rules.",
    .example = "# a character U+200B within a word",
    .local = true,
    .partner = &in_text_of<Partner, check>,
    .engagement = &in_text_of<Engagement, check>,
};

}  // namespace rapport::rules
