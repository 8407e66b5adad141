#include "app/list.hpp"

#include "app/field_words.hpp"
#include "app/list_cells.hpp"
#include "app/list_totals.hpp"
#include "app/query_context.hpp"
#include "app/query_policy.hpp"
#include "app/records.hpp"
#include "app/saved_queries.hpp"
#include "base/text.hpp"
#include "query/column.hpp"
#include "query/items.hpp"
#include "query/query.hpp"
#include "query/sum.hpp"
#include "release/cleared_record.hpp"
#include "release/release.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;
using value::Reveals;

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
    context_.reads_case_of_part = query->reads_case_of_part();
    if (auto read = read_each(); !read) return read.failure();
    auto columns = request_.columns.empty()
                       ? base::Result(query::usual_columns(request_.kind))
                       : said(query::columns(request_.columns, request_.kind), request_.columns);
    if (!columns) return columns.failure();
    auto hits = sorted(visible(each_ ? query::list_each(*query, *each_, context_)
                                     : query::list(*query, context_)));
    if (!hits) return hits.failure();
    if (query->reveals(Reveals::identity)) drop_unnamed(*hits, released_);
    if (auto can = can_answer(*hits); !can) return can.failure();
    auto table = is_total() ? total(*hits) : filled(std::move(*columns), *hits);
    if (!table) return table.failure();
    table->has_ids_once = true;
    if (!is_total()) {
      mark_no_contact(*table, basis_);
      table->tells_match = table->tells_match || query->can_be_unsure();
    }
    auto notes = notes_of(*query, *hits);
    return Output{
        .basis = std::move(basis_), .content = std::move(*table), .notes = std::move(notes)};
  }

 private:
  bool is_total() const { return request_.counts || !request_.sums.empty(); }

  base::Done may_ask(const query::FieldPath& field) const {
    return check_query_allowed(field, request_.kind, request_.occasion.audience);
  }

  base::Done read_each() {
    if (request_.each.empty()) return base::done();
    auto list = said(query::list_field(request_.each, request_.kind), request_.each);
    if (!list) return list.failure();
    each_ = std::move(*list);
    return may_ask(*each_);
  }

  std::vector<query::Hit> visible(std::vector<query::Hit> hits) {
    const model::RecordHeader* before = nullptr;
    std::erase_if(hits, [&](const query::Hit& hit) {
      const release::ClearedRecord record(released_.gate(), *hit.record);
      const auto verdict = record.entry();
      if (!verdict.shows() && hit.record != before) released_.withheld().add(verdict.reason);
      before = hit.record;
      return !verdict.shows() || !shows_item(record, hit);
    });
    return hits;
  }

  bool shows_item(const release::ClearedRecord& record, const query::Hit& hit) const {
    return hit.item == nullptr || context_.is_for_office || each_->derived != nullptr ||
           record.shows_item(each_->path, hit.item->items);
  }

  base::Result<std::vector<query::Hit>> sorted(std::vector<query::Hit> hits) {
    if (request_.sort.empty()) return hits;
    const auto orders = said(query::orders(request_.sort, request_.kind), request_.sort);
    if (!orders) return orders.failure();
    for (const auto& order : *orders) {
      if (auto may = may_ask(order.column.field); !may) return may.failure();
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

  /// The field by which the answer is grouped, which may leave some out.
  base::Result<query::Column> group_by(std::vector<query::Hit>& hits) {
    auto by = said(query::columns(request_.group_by, request_.kind), request_.group_by);
    if (!by) return by.failure();
    if (by->size() != 1)
      return Failure{Failing::usage, "records are grouped by one field", "--group-by country"};
    const auto& field = by->front().field;
    if (auto may = may_ask(field); !may) return may.failure();
    if (field.reveals(Reveals::identity)) drop_unnamed(hits, released_);
    return std::move(by->front());
  }

  base::Result<view::Table> filled(std::vector<query::Column> columns,
                                   std::vector<query::Hit>& hits) {
    view::Table table;
    if (request_.group_by.empty()) {
      const ListCells cells(released_, context_, std::move(columns), each_);
      table.columns = cells.heads();
      table.groups.push_back({.rows = rows(cells, hits)});
      return table;
    }
    const auto by = group_by(hits);
    if (!by) return by.failure();
    const auto& field = by->field;
    table.group_by = {.key = value::key_of(field.name), .heading = by->heading};
    table.tells_match = field.derived != nullptr && field.derived->can_be_unsure;
    // The group says it already, and in a row of JSON each name stands once.
    std::erase_if(columns, [&](const auto& column) { return column.field.name == field.name; });
    const ListCells cells(released_, context_, std::move(columns), each_);
    table.columns = cells.heads();
    for (auto& group : query::grouped(hits, field, context_)) {
      keep_heading(cells, *by, group.hits);
      table.groups.push_back({.heading = group.key, .rows = rows(cells, group.hits)});
    }
    return table;
  }

  base::Result<view::Table> total(std::vector<query::Hit>& hits) {
    if (!request_.columns.empty() || !request_.sort.empty())
      return Failure{Failing::usage, "totals have no columns and no order of their own",
                     "leave out --columns and --sort; --group-by sorts by number"};
    TotalsRequest request{.counts = request_.counts, .hides_small = !context_.is_for_office};
    request.counted = each_ ? each_->name : std::string(query::plural(request_.kind));
    if (!request_.sums.empty()) {
      auto sums = said(query::columns(request_.sums, request_.kind), request_.sums);
      if (!sums) return sums.failure();
      for (const auto& column : *sums) {
        if (!query::can_be_summed(column.field))
          return Failure{Failing::usage,
                         fmt::format("'{}' is not a number to add up", column.field.name),
                         "as in --sum attendance.total, or --sum support.amount"};
        // Of the record, it would be added up once for each of its items.
        if (each_ && !query::lies_in(column.field, *each_))
          return Failure{
              Failing::usage,
              fmt::format("'{}' is not of an item of '{}'", column.field.name, each_->name),
              fmt::format("leave out --each, or add up a field in '{}'", each_->name)};
        if (auto may = may_ask(column.field); !may) return may.failure();
      }
      request.sums = std::move(*sums);
    }
    if (!request_.group_by.empty()) {
      auto by = group_by(hits);
      if (!by) return by.failure();
      if (auto can = can_be_parted(request.sums, by->field); !can) return can.failure();
      const ListCells cells(released_, context_, {}, each_);
      keep_heading(cells, *by, hits);
      request.group_by = std::move(*by);
    }
    return totals(hits, request, context_);
  }

  /// A record is in the group of each of its items, and all of it would be added up there.
  base::Done can_be_parted(const std::vector<query::Column>& sums,
                           const query::FieldPath& by) const {
    const auto list = query::innermost_list(by);
    const bool is_by_item =
        list && each_ && (query::is_same_list(*each_, *list) || query::lies_in(*each_, *list));
    if (!list || is_by_item) return base::done();
    for (const auto& sum : sums)
      if (query::lies_in(sum.field, *list))
        return Failure{Failing::usage,
                       fmt::format("'{}' and '{}' are of one item, and a record has several",
                                   sum.field.name, by.name),
                       "add --each " + list->canonical()};
    return base::done();
  }

  /// The heading is of the records of its group: the gate is asked of them, so that the last look
  /// knows from where the heading comes.
  void keep_heading(const ListCells& cells, const query::Column& column,
                    const std::vector<query::Hit>& hits) const {
    if (released_.gate().is_for_office()) return;
    for (const auto& hit : hits)
      static_cast<void>(cells.values(column.field, cells.cleared(*hit.record), *hit.record));
  }

  static std::vector<view::Row> rows(const ListCells& cells, const std::vector<query::Hit>& hits) {
    std::vector<view::Row> rows;
    rows.reserve(hits.size());
    for (const auto& hit : hits) rows.push_back(cells.row(hit));
    return rows;
  }

  static std::size_t count_records(const std::vector<query::Hit>& hits) {
    std::set<const model::RecordHeader*> records;
    for (const auto& hit : hits) records.insert(hit.record);
    return records.size();
  }

  /// Who took part in something, or when.
  static bool asks_who_was_met(const query::Query& query) {
    return std::ranges::any_of(query.fields(), [](const query::FieldPath& field) {
      const query::Derived* derived = field.derived;
      return derived != nullptr && (derived->is_across || &derived->type == &query::history_type());
    });
  }

  std::vector<Note> notes_of(const query::Query& query, const std::vector<query::Hit>& hits) const {
    const bool is_of_partners = request_.kind == model::RecordKind::partner;
    const auto& data = context_.data;
    const std::size_t all = is_of_partners ? data.partners().size() : data.engagements().size();
    const std::string records = base::counted(all, is_of_partners ? "partner" : "engagement");
    std::vector<Note> notes = {
        {NoteCode::listed, {std::to_string(each_ ? count_records(hits) : hits.size()), records}}};
    if (each_)
      notes.front() = {
          NoteCode::items,
          {std::to_string(hits.size()), each_->name, notes.front().values[0], records}};
    if (const auto maybes = std::ranges::count_if(hits, &query::Hit::is_maybe); maybes != 0)
      notes.push_back({NoteCode::maybes, {std::to_string(maybes)}});
    if (hits.empty())
      for (auto& term : query.by_part()) notes.push_back({NoteCode::by_part, {std::move(term)}});
    if (hits.empty() && is_of_partners && asks_who_was_met(query))
      notes.push_back(
          {NoteCode::maybe_unnamed, {"rapport list engagements has:attendance.groups"}});
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
  std::optional<query::FieldPath> each_;
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
  if (request.saved.empty()) return Lister(std::move(basis), request).make();
  const auto filled = filled_from_saved(request, snapshot.records().reading.office);
  if (!filled) return filled.failure();
  return Lister(std::move(basis), *filled).make();
}

}  // namespace rapport::app
