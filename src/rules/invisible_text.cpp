#include "base/unicode.hpp"
#include "rules/engine/characters.hpp"
#include "rules/engine/texts.hpp"

#include <fmt/format.h>

namespace rapport::rules::invisible_text_rule {
namespace {

/// "U+200B is drawn as nothing", of the first character of `text`.
std::string message(std::string_view text) {
  return fmt::format("the character U+{:04X} is invisible",
                     static_cast<std::uint32_t>(base::next_code_point(text)));
}

void check(const Texts& texts, Report& report) {
  const Source& source = texts.source;
  if (!source.may_have_unusual) return;
  each_unusual_line(source, [&](std::string_view line, std::size_t offset) {
    const auto at = find_point(line, &base::is_stray);
    // A byte order mark at the start has a rule of its own.
    if (at == std::string_view::npos || offset + at == 0) return;
    auto rest = line.substr(at);
    base::next_code_point(rest);
    report
        .add({&source, static_cast<std::uint32_t>(offset + at),
              static_cast<std::uint32_t>(line.size() - at - rest.size())},
             message(line.substr(at)))
        .fix("remove it");
  });
  if (source.text.find('\\') == std::string_view::npos) return;
  texts.each([&](const value::Field&, const value::Text& text) {
    if (!is_escaped(text)) return;
    const std::string words = text.str();
    const auto at = find_point(words, &base::is_stray);
    if (at == std::string::npos || find_point(text.raw(), &base::is_stray) != std::string::npos)
      return;
    report.add(place_of(source, text), message(std::string_view(words).substr(at)))
        .fix("remove it");
  });
}

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "Text contains invisible characters",
    .help =
        "Soft hyphens, zero-width spaces and the like come in when text is pasted. They make two "
        "words that look the same differ, for search and for rules.",
    .example = "# a character U+200B within a word",
    .local = true,
    .partner = &in_texts_of<Partner, check>,
    .engagement = &in_texts_of<Engagement, check>,
    .repository = &in_files_of_the_office<check>,
};

}  // namespace rapport::rules::invisible_text_rule
