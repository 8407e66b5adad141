#include "cli/answer/list.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/answer/context.hpp"
#include "cli/answer/guard.hpp"
#include "cli/answer/shown_values.hpp"
#include "cli/answer/teller.hpp"
#include "cli/records.hpp"
#include "cli/session.hpp"
#include "query/column.hpp"
#include "query/period.hpp"
#include "query/query.hpp"
#include "query/search.hpp"
#include "release/released.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace rapport::cli {
namespace {

using base::Failing;
using base::Failure;
using value::Reveals;
using value::Shape;

template <class T>
base::Result<T> said(query::Outcome<T> outcome, std::string_view text) {
  if (auto* mistake = std::get_if<query::Mistake>(&outcome)) return query::failure(*mistake, text);
  return std::move(std::get<T>(outcome));
}

/// A last column, only where there is somebody for it.
void mark_no_contact(view::Table& table, const Teller& teller) {
  std::map<std::string_view, std::string> marks;
  for (const view::Group& group : table.groups)
    for (const view::Row& row : group.rows)
      if (const model::Head* head = teller.context().data.find(row.id))
        if (std::string said = teller.no_contact(*head); !said.empty())
          marks.emplace(row.id, std::move(said));
  if (marks.empty()) return;
  table.columns.push_back({.key = "no_contact", .heading = "NO CONTACT", .whole = true});
  for (view::Group& group : table.groups)
    for (view::Row& row : group.rows) {
      const auto found = marks.find(row.id);
      row.cells.push_back(found == marks.end() ? view::Cell{} : view::Cell(found->second));
    }
}

class Lister {
 public:
  Lister(Session& session, const query::Context& context, release::Released& released)
      : session_(session),
        context_(context),
        released_(released),
        teller_(context, released.gate()) {}

  base::Result<ListAnswer> answer(const ListRequest& request) {
    auto query = query::compile(request.query, request.kind, context_);
    if (!query) return query.failure();
    if (auto may = may_ask(*query, session_.audience()); !may) return may.failure();
    if (const auto* head = context_.faults->in_the_way(*query, context_))
      return value_cannot_be_read(*head);
    auto columns = request.columns.empty()
                       ? base::Result(query::usual_columns(request.kind))
                       : said(query::columns(request.columns, request.kind), request.columns);
    if (!columns) return columns.failure();
    auto hits = sorted(visible(query::list(*query, context_)), request);
    if (!hits) return hits.failure();
    if (query->reveals(Reveals::identity)) keep_named(*hits, context_, released_);
    if (auto can = can_answer(*hits); !can) return can.failure();
    ListAnswer answer;
    if (auto filled = fill(answer.table, request, *columns, *hits); !filled)
      return filled.failure();
    mark_no_contact(answer.table, teller_);
    answer.found = hits->size();
    answer.maybes = static_cast<std::size_t>(std::ranges::count_if(*hits, &query::Hit::is_maybe));
    answer.table.tells_match = answer.table.tells_match || query->can_be_unsure();
    if (hits->empty()) answer.hints = query->by_part();
    answer.all = request.kind == model::RecordKind::partner ? context_.data.partners().size()
                                                            : context_.data.engagements().size();
    answer.withheld = withheld();
    return answer;
  }

 private:
  std::vector<query::Hit> visible(std::vector<query::Hit> hits) {
    std::erase_if(hits, [&](const query::Hit& hit) {
      const auto verdict = teller_.entry(*hit.record);
      if (!verdict.shows()) released_.withheld().add(verdict.reason);
      return !verdict.shows();
    });
    return hits;
  }

  base::Result<std::vector<query::Hit>> sorted(std::vector<query::Hit> hits,
                                               const ListRequest& request) {
    if (request.sort.empty()) return hits;
    const auto orders = said(query::orders(request.sort, request.kind), request.sort);
    if (!orders) return orders.failure();
    for (const auto& order : *orders) {
      if (auto may = may_ask(order.column.field, request.kind, session_.audience()); !may)
        return may.failure();
      if (order.column.field.reveals(Reveals::identity)) keep_named(hits, context_, released_);
    }
    return said(query::sorted(std::move(hits), request.sort, request.kind, context_), request.sort);
  }

  base::Done can_answer(std::span<const query::Hit> hits) const {
    std::vector<model::RecordId> ids;
    for (const auto& hit : hits) ids.push_back({hit.record->index});
    return session_.can_answer(ids);
  }

  static void add_heads(view::Table& table, const std::vector<query::Column>& columns) {
    for (const auto& column : columns) {
      const bool is_number = column.field.type->shape == Shape::count;
      const bool is_id = column.field.name == "id" || column.field.type->shape == Shape::date;
      table.columns.push_back({.key = base::replace_all(column.field.name, "-", "_"),
                               .heading = column.heading,
                               .align = is_number ? view::Align::right : view::Align::left,
                               .whole = is_id});
    }
  }

  base::Done fill(view::Table& table, const ListRequest& request,
                  std::vector<query::Column> columns, std::vector<query::Hit>& hits) {
    if (request.group_by.empty()) {
      add_heads(table, columns);
      table.groups.push_back({.rows = rows(columns, hits)});
      return base::done();
    }
    const auto by = said(query::columns(request.group_by, request.kind), request.group_by);
    if (!by) return by.failure();
    if (by->size() != 1)
      return Failure{Failing::usage, "records are grouped by one field", "--group-by country"};
    const auto& field = by->front().field;
    if (auto may = may_ask(field, request.kind, session_.audience()); !may) return may.failure();
    if (field.reveals(Reveals::identity)) keep_named(hits, context_, released_);
    table.group_by = {.key = base::replace_all(field.name, "-", "_"),
                      .heading = by->front().heading};
    table.tells_match = field.derived != nullptr && field.derived->can_be_unsure;
    // The group says it already, and in a row of JSON each name stands once.
    std::erase_if(columns, [&](const auto& column) { return column.field.name == field.name; });
    add_heads(table, columns);
    for (auto& group : query::grouped(hits, field, context_)) {
      keep_heading(by->front(), group.hits);
      table.groups.push_back({.heading = group.key, .rows = rows(columns, group.hits)});
    }
    return base::done();
  }

  /// The heading is of the records of its group: the gate is asked of them, so that the last look
  /// knows from where the heading comes.
  void keep_heading(const query::Column& column, const std::vector<query::Hit>& hits) const {
    if (released_.gate().is_for_office()) return;
    for (const auto& hit : hits)
      static_cast<void>(shown_values(teller_, column.field, *hit.record));
  }

  std::vector<view::Row> rows(const std::vector<query::Column>& columns,
                              const std::vector<query::Hit>& hits) const {
    std::vector<view::Row> rows;
    rows.reserve(hits.size());
    for (const auto& hit : hits) {
      view::Row row{.id = std::string(hit.record->id()), .maybe = hit.is_maybe};
      row.cells.reserve(columns.size());
      for (const auto& column : columns) row.cells.push_back(cell(column, *hit.record));
      rows.push_back(std::move(row));
    }
    return rows;
  }

  view::Cell cell(const query::Column& column, const model::Head& head) const {
    view::Texts texts = shown_values(teller_, column.field, head);
    const bool has_many = column.field.has_many();
    if (texts.empty()) return has_many ? view::Cell(view::Texts{}) : view::Cell{};
    // A list stays one also with one value: what a program reads is of one type.
    if (texts.size() == 1 && !has_many) return std::move(texts.front());
    return texts;
  }

  std::string withheld() const {
    const auto& counts = released_.withheld();
    if (counts.total() == 0) return {};
    std::vector<std::string> reasons;
    for (const auto& [reason, count] : counts.by_reason())
      reasons.push_back(
          fmt::format("{} ({})", base::replace_all(release::word(reason), "-", " "), count));
    return fmt::format("{}: {}", counts.total(), base::join(reasons, ", "));
  }

  Session& session_;
  const query::Context& context_;
  release::Released& released_;
  Teller teller_;
};

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

/// What could not be decoded was not looked into.
void note_unread(const Session& session) {
  const auto& data = session.records()->dataset;
  std::size_t count = 0;
  for (std::uint32_t i = 0; i < data.size(); ++i) count += data.head(i).has_errors ? 1 : 0;
  if (count != 0)
    session.note(
        fmt::format("not searched: values that cannot be read, in {} record{} "
                    "(rapport validate)",
                    count, count == 1 ? "" : "s"));
}

}  // namespace

base::Result<ListAnswer> list(Session& session, release::Released& released,
                              const ListRequest& request) {
  const query::Context context = context_of(session, released);
  return Lister(session, context, released).answer(request);
}

base::Result<view::Table> search(Session& session, const release::Released& released,
                                 std::string_view words) {
  const query::Context context = context_of(session, released);
  auto found = said(query::search(words, context), words);
  if (!found) return found.failure();
  if (session.audience() != model::Audience::office)
    return Failure{Failing::refused, "a search looks into everything, so it is for the office only",
                   "`rapport list` answers for an audience"};
  view::Table table{.columns = {{.key = "id", .heading = "ID", .whole = true},
                                {.key = "field", .heading = "FIELD", .whole = true},
                                {.key = "text", .heading = "TEXT"}}};
  view::Group group;
  for (const auto& finding : *found) {
    std::set<std::pair<std::string, std::string>> said;  // two words may stand side by side
    for (const auto& place : finding.places) {
      const std::string id(finding.record->id());
      std::string text = place.written.empty() ? id : place.written;
      if (place.text != nullptr) text = around(place.text->str(), place.at);
      if (said.emplace(place.field, text).second)
        group.rows.push_back({.cells = {id, place.field, text}, .id = id});
    }
  }
  table.groups.push_back(std::move(group));
  mark_no_contact(table, Teller(context, released.gate()));
  note_unread(session);
  return table;
}

}  // namespace rapport::cli
