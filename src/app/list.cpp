#include "app/list.hpp"

#include "app/field_words.hpp"
#include "app/query_context.hpp"
#include "app/query_policy.hpp"
#include "app/records.hpp"
#include "base/text.hpp"
#include "query/column.hpp"
#include "query/period.hpp"
#include "query/query.hpp"
#include "query/search.hpp"
#include "release/cleared_record.hpp"
#include "release/release.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace rapport::app {
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

class Lister {
 public:
  Lister(Basis basis, const ListRequest& request)
      : basis_(std::move(basis)),
        request_(request),
        released_(basis_.released()),
        context_(context_of(basis_)) {}

  base::Result<Output> make() {
    auto query = query::compile(request_.query, request_.kind, context_);
    if (!query) return query.failure();
    if (auto may = check_query_allowed(*query, request_.occasion.audience); !may)
      return may.failure();
    if (const auto* head = context_.faults->in_the_way(*query, context_))
      return value_cannot_be_read(*head);
    auto columns = request_.columns.empty()
                       ? base::Result(query::usual_columns(request_.kind))
                       : said(query::columns(request_.columns, request_.kind), request_.columns);
    if (!columns) return columns.failure();
    auto hits = sorted(visible(query::list(*query, context_)));
    if (!hits) return hits.failure();
    if (query->reveals(Reveals::identity)) drop_unnamed(*hits, released_);
    if (auto can = can_answer(*hits); !can) return can.failure();
    view::Table table;
    if (auto filled = fill(table, *columns, *hits); !filled) return filled.failure();
    mark_no_contact(table, basis_);
    table.tells_match = table.tells_match || query->can_be_unsure();
    auto notes = notes_of(*query, *hits);
    return Output{
        .basis = std::move(basis_), .content = std::move(table), .notes = std::move(notes)};
  }

 private:
  std::vector<query::Hit> visible(std::vector<query::Hit> hits) {
    std::erase_if(hits, [&](const query::Hit& hit) {
      const auto verdict = cleared(*hit.record).entry();
      if (!verdict.shows()) released_.withheld().add(verdict.reason);
      return !verdict.shows();
    });
    return hits;
  }

  base::Result<std::vector<query::Hit>> sorted(std::vector<query::Hit> hits) {
    if (request_.sort.empty()) return hits;
    const auto orders = said(query::orders(request_.sort, request_.kind), request_.sort);
    if (!orders) return orders.failure();
    for (const auto& order : *orders) {
      if (auto may =
              check_query_allowed(order.column.field, request_.kind, request_.occasion.audience);
          !may)
        return may.failure();
      if (order.column.field.reveals(Reveals::identity)) drop_unnamed(hits, released_);
    }
    return said(query::sorted(std::move(hits), request_.sort, request_.kind, context_),
                request_.sort);
  }

  base::Done can_answer(std::span<const query::Hit> hits) const {
    std::vector<model::RecordId> ids;
    for (const auto& hit : hits) ids.push_back({hit.record->index});
    return basis_.snapshot().can_answer(ids);
  }

  static void add_heads(view::Table& table, const std::vector<query::Column>& columns) {
    for (const auto& column : columns) {
      const bool is_number = column.field.type->shape == Shape::count;
      const bool is_id = column.field.name == "id" || column.field.type->shape == Shape::date;
      table.columns.push_back({.key = value::key_of(column.field.name),
                               .heading = column.heading,
                               .align = is_number ? view::Align::right : view::Align::left,
                               .whole = is_id});
    }
  }

  base::Done fill(view::Table& table, std::vector<query::Column> columns,
                  std::vector<query::Hit>& hits) {
    if (request_.group_by.empty()) {
      add_heads(table, columns);
      table.groups.push_back({.rows = rows(columns, hits)});
      return base::done();
    }
    const auto by = said(query::columns(request_.group_by, request_.kind), request_.group_by);
    if (!by) return by.failure();
    if (by->size() != 1)
      return Failure{Failing::usage, "records are grouped by one field", "--group-by country"};
    const auto& field = by->front().field;
    if (auto may = check_query_allowed(field, request_.kind, request_.occasion.audience); !may)
      return may.failure();
    if (field.reveals(Reveals::identity)) drop_unnamed(hits, released_);
    table.group_by = {.key = value::key_of(field.name), .heading = by->front().heading};
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
      static_cast<void>(values(column.field, cleared(*hit.record), *hit.record));
  }

  std::vector<view::Row> rows(const std::vector<query::Column>& columns,
                              const std::vector<query::Hit>& hits) const {
    std::vector<view::Row> rows;
    rows.reserve(hits.size());
    for (const auto& hit : hits) {
      view::Row row{.id = std::string(hit.record->id()), .maybe = hit.is_maybe};
      row.cells.reserve(columns.size());
      const release::ClearedRecord record = cleared(*hit.record);
      for (const auto& column : columns) row.cells.push_back(cell(column, record, *hit.record));
      rows.push_back(std::move(row));
    }
    return rows;
  }

  view::Cell cell(const query::Column& column, const release::ClearedRecord& record,
                  const model::RecordHeader& head) const {
    view::Texts texts;
    for (auto& shown : values(column.field, record, head)) texts.push_back(shown.text());
    const bool has_many = column.field.has_many();
    if (texts.empty()) return has_many ? view::Cell(view::Texts{}) : view::Cell{};
    // A list stays one also with one value: what a program reads is of one type.
    if (texts.size() == 1 && !has_many) return std::move(texts.front());
    return texts;
  }

  release::ClearedRecord cleared(const model::RecordHeader& head) const {
    return release::ClearedRecord(released_.gate(), head);
  }

  std::vector<release::ReleasedText> values(const query::FieldPath& field,
                                            const release::ClearedRecord& record,
                                            const model::RecordHeader& head) const {
    if (field.derived != nullptr) return computed(field, record, head);
    return record.values(field.path);
  }

  std::vector<release::ReleasedText> computed(const query::FieldPath& field,
                                              const release::ClearedRecord& record,
                                              const model::RecordHeader& head) const {
    const query::Derived& derived = *field.derived;
    const bool is_of_partner = head.kind == model::RecordKind::partner;
    std::vector<release::ReleasedText> found;
    // What a partner was part of is for each engagement to say.
    if (is_of_partner && derived.asks_engagements && !context_.is_for_office) return found;
    const value::Refers refers = derived.refers_from(head.kind);
    auto take = [&](const void* value, value::Truth sure) {
      record.add_computed({.value = value,
                           .type = derived.type,
                           .reveals = derived.disclosure(),
                           .refers = refers,
                           .is_sure = sure != value::Truth::maybe,
                           .stands_in = query::stands_in(value, derived.type)},
                          field.path, found);
    };
    derived.values(head, context_, query::Sink(take));
    return found;
  }

  std::vector<Note> notes_of(const query::Query& query, const std::vector<query::Hit>& hits) const {
    const bool is_of_partners = request_.kind == model::RecordKind::partner;
    const auto& data = context_.data;
    const std::size_t all = is_of_partners ? data.partners().size() : data.engagements().size();
    std::vector<Note> notes = {{NoteCode::listed,
                                {std::to_string(hits.size()),
                                 base::counted(all, is_of_partners ? "partner" : "engagement")}}};
    if (const auto maybes = std::ranges::count_if(hits, &query::Hit::is_maybe); maybes != 0)
      notes.push_back({NoteCode::maybes, {std::to_string(maybes)}});
    if (hits.empty())
      for (auto& term : query.by_part()) notes.push_back({NoteCode::by_part, {std::move(term)}});
    if (released_.withheld().total() != 0)
      notes.push_back({NoteCode::withheld,
                       {std::to_string(released_.withheld().total()),
                        base::join(reasons_withheld(released_.withheld()), ", ")}});
    return notes;
  }

  Basis basis_;
  const ListRequest& request_;
  release::Release& released_;
  query::Context context_;
};

}  // namespace

std::vector<std::string> reasons_withheld(const release::Withheld& withheld) {
  std::vector<std::string> reasons;
  for (const auto& [reason, count] : withheld.by_reason())
    reasons.push_back(fmt::format("{} ({})", value::label(release::word(reason)), count));
  return reasons;
}

void mark_no_contact(view::Table& table, const Basis& basis) {
  const model::Dataset& data = basis.snapshot().records().dataset;
  std::map<std::string_view, std::string> marks;
  for (const view::Group& group : table.groups)
    for (const view::Row& row : group.rows)
      if (const model::RecordHeader* head = data.find(row.id))
        if (std::string said = no_contact({basis.released().gate(), *head}); !said.empty())
          marks.emplace(row.id, std::move(said));
  if (marks.empty()) return;
  table.columns.push_back({.key = "no_contact", .heading = "NO CONTACT", .whole = true});
  for (view::Group& group : table.groups)
    for (view::Row& row : group.rows) {
      const auto found = marks.find(row.id);
      row.cells.push_back(found == marks.end() ? view::Cell{} : view::Cell(found->second));
    }
}

base::Result<Output> list(const Snapshot& snapshot, const ListRequest& request) {
  Basis basis(snapshot, {.audience = request.occasion.audience,
                         .use = model::Use::share_contact,
                         .on = request.occasion.today});
  return Lister(std::move(basis), request).make();
}

}  // namespace rapport::app
