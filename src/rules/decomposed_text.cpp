#include "base/unicode.hpp"
#include "model/engagement.hpp"
#include "model/partner.hpp"
#include "rules/engine/characters.hpp"
#include "rules/engine/rule.hpp"

#include <algorithm>

namespace rapport::rules {
namespace {

void check(const Head& head, Report& report) {
  bool found = false;
  each_unusual_line(*head.source, [&](std::string_view line, std::size_t offset) {
    if (found || !may_be_decomposed(line)) return;
    const std::string composed = base::nfc(line);
    if (composed == line) return;
    found = true;
    const auto first = std::ranges::mismatch(composed, line).in2 - line.begin();
    report
        .add({head.source, static_cast<std::uint32_t>(offset + static_cast<std::size_t>(first)), 1},
             "this text is not in normal form C")
        .fix("type the letter again, or convert the file to NFC");
  });
}

}  // namespace

extern const RuleSpec decomposed_text_rule = {
    .severity = Severity::warning,
    .summary = "Text is not in normal form C",
    .help =
        "Letters and their accents are stored apart. It looks the same, and is found all "
        "the same; other programs may not find it.",
    .example = "# an accent stored apart from its letter",
    .local = true,
    .partner = &in_text_of<Partner, check>,
    .engagement = &in_text_of<Engagement, check>,
};

}  // namespace rapport::rules
