#include "base/unicode.hpp"
#include "rules/engine/characters.hpp"
#include "rules/engine/texts.hpp"

namespace rapport::rules::unsafe_text_rule {
namespace {

constexpr std::string_view message =
    "a character that changes the direction of writing is not closed";
constexpr std::string_view remedy = "remove it: right-to-left text needs none";

/// Lines, since a comment can turn what follows it too.
void check_lines(const Source& source, Report& report) {
  each_unusual_line(source, [&](std::string_view line, std::size_t offset) {
    if (base::is_bidi_balanced(line)) return;
    const auto at = find_point(line, &base::is_bidi_control);
    report.add({&source, static_cast<std::uint32_t>(offset + at), 3}, std::string(message))
        .fix(std::string(remedy));
  });
}

/// Each value is printed on its own: what is open in one is not closed by the next on its line.
void check_values(const Texts& texts, Report& report) {
  std::string memory;
  texts.each([&](const value::Field&, const value::Text& text) {
    if (text.style() == yaml::Style::literal || text.style() == yaml::Style::folded) return;
    const auto words = said(text, memory);
    if (base::is_bidi_balanced(words)) return;
    if (!base::is_bidi_balanced(line_of(texts.source, text.offset()))) return;  // said already
    report.add(place_of(texts.source, text), std::string(message)).fix(std::string(remedy));
  });
}

/// All these characters begin with one of two pairs of bytes, or are written as an escape.
bool may_turn(std::string_view text) {
  return text.find("\xe2\x80") != std::string_view::npos ||
         text.find("\xe2\x81") != std::string_view::npos ||
         text.find('\\') != std::string_view::npos;
}

void check(const Texts& texts, Report& report) {
  if (!texts.source.may_have_unusual || !may_turn(texts.source.text)) return;
  check_lines(texts.source, report);
  check_values(texts, report);
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "Text can look different from what is stored",
    .help =
        "Characters that change the direction of writing can make text look different from what it "
        "is. In a text each must be closed; ids, keys and codes contain none. Arabic, Hebrew and "
        "other scripts need none of them.",
    .example = "# a character U+202E that is never closed",
    .local = true,
    .partner = &in_texts_of<Partner, check>,
    .engagement = &in_texts_of<Engagement, check>,
    .repository = &in_files_of_the_office<check>,
};

}  // namespace rapport::rules::unsafe_text_rule
