#include "model/dataset.hpp"
#include "model/office.hpp"
#include "query/saved.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::wrong_query_rule {
namespace {

/// Where in the value it is, unless escapes or line breaks hide that.
Place place_of_mistake(const Source& source, const query::SavedMistake& found) {
  const value::Text& text = *found.value;
  Place place = place_of(source, text);
  const std::string_view raw = text.raw();
  const std::size_t quote = raw.starts_with('"') || raw.starts_with('\'') ? 1 : 0;
  const query::Span& at = found.mistake.at;
  const std::string terms = text.str();
  if (raw.substr(quote, terms.size()) != terms || at.length == 0 ||
      at.offset + at.length > terms.size())
    return place;
  place.offset += static_cast<std::uint32_t>(quote + at.offset);
  place.length = static_cast<std::uint32_t>(at.length);
  return place;
}

void check(const Context& context, Report& report) {
  // Of an id or a code that could not be read nobody knows whether it is there.
  if (context.office == nullptr || context.lacks_folder || context.lacks_rows ||
      !context.unreadable.empty())
    return;
  const query::Context asked{.data = context.data(),
                             .codes = context.codes(),
                             .today = context.today,
                             .office = context.office,
                             .library = context.library};
  const model::Office& office = *context.office;
  for (const model::SavedQuery& saved : office.queries) {
    const auto found = query::check_saved(saved, asked);
    if (!found) continue;
    auto& finding = report.add(place_of_mistake(*office.head.source, *found),
                               fmt::format("the saved query '{}' cannot be read: {}",
                                           saved.key.raw(), found->mistake.what));
    if (!found->mistake.hint.empty()) finding.fix(found->mistake.hint);
  }
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A query that rapport.yaml keeps cannot be read",
    .help =
        "Whoever asks a saved query trusts that its list is complete. One that names a field, word "
        "or record that does not exist cannot be asked. It is read as `rapport list` reads it.",
    .example =
        "queries:\n"
        "  - {key: risk, about: partners, query: \"colour:red\"}",
    .repository = check,
};

}  // namespace rapport::rules::wrong_query_rule
