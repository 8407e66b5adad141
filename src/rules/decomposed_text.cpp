#include "base/unicode.hpp"
#include "rules/engine/characters.hpp"
#include "rules/engine/texts.hpp"

#include <algorithm>

namespace rapport::rules::decomposed_text_rule {
namespace {

void check(const Texts& texts, Report& report) {
  bool found = false;
  each_unusual_line(texts.source, [&](std::string_view line, std::size_t offset) {
    if (found || !may_be_decomposed(line)) return;
    const std::string composed = base::nfc(line);
    if (composed == line) return;
    found = true;
    const auto first = std::ranges::mismatch(composed, line).in2 - line.begin();
    report
        .add({&texts.source, static_cast<std::uint32_t>(offset + static_cast<std::size_t>(first)),
              1},
             "this text is not in normal form C")
        .fix("type the letter again, or convert the file to NFC");
  });
}

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "Text is not in normal form C",
    .help =
        "Letters and their accents are stored apart. It looks the same, and a search finds it; "
        "other programs may not.",
    .example = "# an accent stored apart from its letter",
    .local = true,
    .partner = &in_texts_of<Partner, check>,
    .engagement = &in_texts_of<Engagement, check>,
    .repository = &in_files_of_the_office<check>,
};

}  // namespace rapport::rules::decomposed_text_rule
