#include "app/search.hpp"

#include "app/list.hpp"
#include "app/query_context.hpp"
#include "app/records.hpp"
#include "base/text.hpp"
#include "query/search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <variant>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;

/// The words around what was found, on one line.
std::string around(std::string_view text, query::Span at) {
  constexpr std::size_t reach = 40;
  std::size_t start = at.offset > reach ? at.offset - reach : 0;
  std::size_t end = std::min(text.size(), at.offset + at.length + reach);
  while (start > 0 && start < at.offset && text[start - 1] != ' ' && text[start - 1] != '\n')
    ++start;
  while (end < text.size() && end > at.offset + at.length && text[end] != ' ' && text[end] != '\n')
    --end;
  std::string part(text.substr(start, end - start));
  std::ranges::replace(part, '\n', ' ');
  return fmt::format("{}{}{}", start == 0 ? "" : "… ", base::trim(part),
                     end == text.size() ? "" : " …");
}

/// Two words may be near each other: a place is printed once.
void add_rows(const query::Finding& finding, view::Group& group) {
  std::set<std::pair<std::string, std::string>> printed;
  for (const auto& place : finding.places) {
    const std::string id(finding.record->id());
    std::string text = place.written.empty() ? id : place.written;
    if (place.text != nullptr) text = around(place.text->str(), place.at);
    if (printed.emplace(place.field, text).second)
      group.rows.push_back({.cells = {id, place.field, text}, .id = id});
  }
}

/// What could not be decoded was not looked into.
std::vector<Note> unread(const model::Dataset& data) {
  std::size_t count = 0;
  for (std::uint32_t i = 0; i < data.size(); ++i) count += data.head(i).has_errors ? 1 : 0;
  if (count == 0) return {};
  return {{NoteCode::not_searched, {base::counted(count, "record")}}};
}

}  // namespace

base::Result<Output> search(const Snapshot& snapshot, const Occasion& occasion,
                            std::string_view words) {
  Basis basis(
      snapshot,
      {.audience = occasion.audience, .use = model::Use::share_contact, .on = occasion.today});
  const query::Context context = context_of(basis);
  auto outcome = query::search(words, context);
  if (const auto* mistake = std::get_if<query::Mistake>(&outcome))
    return query::failure(*mistake, words);
  if (occasion.audience != model::Audience::office)
    return Failure{Failing::refused, "a search looks into everything, so it is for the office only",
                   "for an audience use `rapport list`"};
  view::Table table{.columns = {{.key = "id", .heading = "ID", .whole = true},
                                {.key = "field", .heading = "FIELD", .whole = true},
                                {.key = "text", .heading = "TEXT"}}};
  view::Group group;
  for (const auto& finding : std::get<0>(outcome)) add_rows(finding, group);
  table.groups.push_back(std::move(group));
  mark_no_contact(table, basis);
  auto notes = unread(snapshot.records().dataset);
  return Output{.basis = std::move(basis), .content = std::move(table), .notes = std::move(notes)};
}

}  // namespace rapport::app
