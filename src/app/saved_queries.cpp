#include "app/saved_queries.hpp"

#include "app/records.hpp"
#include "base/unicode.hpp"
#include "query/saved.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <utility>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;

std::string joined(const model::List<model::Text>& names) {
  std::string text;
  for (const model::Text& name : names) text += (text.empty() ? "" : ",") + name.str();
  return text;
}

void fill(std::string& given, std::string saved) {
  if (given.empty()) given = std::move(saved);
}

}  // namespace

base::Result<ListRequest> filled_from_saved(const ListRequest& request,
                                            const model::Office* office) {
  const model::SavedQuery* saved = query::find_saved(request.saved, office);
  if (saved == nullptr) {
    const std::string names = query::saved_names(office);
    return Failure{Failing::usage,
                   fmt::format("rapport.yaml has no query '{}'", base::printable(request.saved)),
                   names.empty() ? "add one to its `queries`" : fmt::format("one of {}", names)};
  }
  ListRequest filled = request;
  filled.kind = query::kind_of(*saved);
  filled.query = request.query.empty() ? "@" + request.saved
                                       : fmt::format("@{} ({})", request.saved, request.query);
  fill(filled.group_by, saved->group_by.str());
  fill(filled.each, saved->each.str());
  if (request.counts || !request.sums.empty()) return filled;  // which have neither
  fill(filled.columns, joined(saved->columns));
  fill(filled.sort, joined(saved->sort));
  return filled;
}

std::vector<std::string> saved_names(const Snapshot& snapshot,
                                     std::optional<model::RecordKind> kind) {
  std::vector<std::string> names;
  if (const model::Office* office = snapshot.records().reading.office)
    for (const model::SavedQuery& saved : office->queries)
      if (!kind || query::kind_of(saved) == *kind) names.push_back("@" + saved.key.str());
  return names;
}

base::Result<Output> list_saved(const Snapshot& snapshot, const Occasion& occasion) {
  if (occasion.audience != model::Audience::office)
    return Failure{Failing::refused, "the saved queries may contain names: they are for the office",
                   "leave out --audience"};
  view::Table table{.columns = {{.key = "name", .heading = "NAME", .whole = true},
                                {.key = "about", .heading = "ABOUT", .whole = true},
                                {.key = "query", .heading = "QUERY", .wraps = true},
                                {.key = "doc", .heading = "FOR", .wraps = true}},
                    .groups = {{}}};
  if (const model::Office* office = snapshot.records().reading.office)
    for (const model::SavedQuery& saved : office->queries)
      table.groups.front().rows.push_back(
          {.cells = {"@" + saved.key.str(), std::string(query::plural(query::kind_of(saved))),
                     query::terms_of(saved), saved.doc.str()}});
  return Output{.basis = office_basis(snapshot, occasion.today), .content = std::move(table)};
}

}  // namespace rapport::app
