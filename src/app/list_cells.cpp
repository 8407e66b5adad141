#include "app/list_cells.hpp"

#include "app/query_policy.hpp"
#include "base/text.hpp"
#include "query/items.hpp"
#include "query/of_case.hpp"
#include "query/period.hpp"
#include "value/word.hpp"

#include <algorithm>

namespace rapport::app {
namespace {

using query::FieldPath;
using release::ClearedRecord;
using release::ReleasedText;
using value::Shape;

/// A list and those in which it lies, from the outside in.
std::vector<FieldPath> lists_of(const FieldPath& field) {
  std::vector<FieldPath> lists;
  std::optional<FieldPath> rest = field;
  while (rest) {
    auto found = query::by_item(*rest);
    if (!found) break;
    lists.push_back(lists.empty() ? std::move(found->list)
                                  : query::joined(lists.back(), std::move(found->list)));
    rest = std::move(found->inner);
  }
  return lists;
}

bool has(const std::vector<FieldPath>& lists, const FieldPath& list) {
  return std::ranges::any_of(
      lists, [&](const FieldPath& each) { return query::is_same_list(each, list); });
}

/// What of a field one item of `each` leaves open.
struct InItem {
  bool is_of_item = false;
  bool has_many = false;
};

InItem in_item(const FieldPath& field, const FieldPath& each) {
  if (query::is_same_list(field, each)) return {.is_of_item = true};
  std::vector<FieldPath> pinned = lists_of(each);
  pinned.push_back(each);
  InItem found{.has_many = field.has_many()};
  std::optional<FieldPath> list;
  std::optional<FieldPath> rest = field;
  while (rest) {
    auto next = query::by_item(*rest);
    if (!next) break;
    list = list ? query::joined(*list, std::move(next->list)) : std::move(next->list);
    if (!has(pinned, *list)) break;
    rest = std::move(next->inner);
    found = {.is_of_item = true, .has_many = rest && rest->has_many()};
  }
  return found;
}

}  // namespace

ListCells::ListCells(release::Release& released, const query::Context& context,
                     std::vector<query::Column> columns, const std::optional<FieldPath>& each)
    : released_(released), context_(context) {
  for (auto& column : columns) plan(std::move(column), each);
  find_shared_lists();
}

void ListCells::plan(query::Column column, const std::optional<FieldPath>& each) {
  Planned planned{.column = std::move(column)};
  planned.is_single = !planned.column.field.has_many();
  if (each) {
    const InItem item = in_item(planned.column.field, *each);
    planned.is_of_item = item.is_of_item;
    planned.is_single = !item.has_many;
  }
  columns_.push_back(std::move(planned));
}

void ListCells::find_shared_lists() {
  std::vector<FieldPath> outermost;
  std::vector<std::vector<std::size_t>> columns;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    auto list = query::by_item(columns_[i].column.field);
    if (!list || columns_[i].is_of_item) continue;
    std::size_t at = 0;
    while (at < outermost.size() && !query::is_same_list(outermost[at], list->list)) ++at;
    if (at == outermost.size()) {
      outermost.push_back(std::move(list->list));
      columns.emplace_back();
    }
    columns[at].push_back(i);
  }
  for (std::size_t at = 0; at < outermost.size(); ++at) {
    if (columns[at].size() < 2) continue;
    for (const std::size_t i : columns[at]) columns_[i].list = lists_.size();
    lists_.push_back(std::move(outermost[at]));
  }
}

std::vector<view::Column> ListCells::heads() const {
  std::vector<view::Column> heads;
  for (const auto& planned : columns_) {
    const FieldPath& field = planned.column.field;
    const bool is_number = field.type->shape == Shape::count;
    const bool is_id = field.name == "id" || field.type->shape == Shape::date;
    heads.push_back({.key = value::key_of(field.name),
                     .heading = planned.column.heading,
                     .align = is_number ? view::Align::right : view::Align::left,
                     .whole = is_id,
                     .wraps = field.reveals(value::Reveals::identity),
                     .of_item = planned.is_of_item});
  }
  return heads;
}

view::Row ListCells::row(const query::Hit& hit) const {
  view::Row row{.id = std::string(hit.record->id()), .maybe = hit.is_maybe};
  const ClearedRecord record = cleared(*hit.record);
  for (const auto& planned : columns_)
    row.cells.push_back(planned.list ? view::Cell(view::Texts{}) : cell(planned, hit, record));
  for (std::size_t list = 0; list < lists_.size(); ++list) fill_items(row, list, hit, record);
  return row;
}

/// An item of which nothing may be read is not there at all: a dash would say that it was left out.
void ListCells::fill_items(view::Row& row, std::size_t list, const query::Hit& hit,
                           const ClearedRecord& record) const {
  query::each_item(
      lists_[list], *hit.record, context_, hit.item.get(),
      [&](const query::Pins& item, query::Truth) {
        view::Texts texts(columns_.size());
        bool has_any = false;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
          if (columns_[i].list != list) continue;
          view::Texts own;
          for (auto& shown : values(columns_[i].column.field, record, *hit.record, &item))
            own.push_back(shown.text());
          texts[i] = base::join(own, " / ");
          has_any = has_any || !own.empty();
        }
        for (std::size_t i = 0; has_any && i < columns_.size(); ++i)
          if (columns_[i].list == list)
            std::get<view::Texts>(row.cells[i]).push_back(std::move(texts[i]));
      });
  const auto is_empty = [](const std::string& text) { return text.empty(); };
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (columns_[i].list == list &&
        std::ranges::all_of(std::get<view::Texts>(row.cells[i]), is_empty) &&
        may_be_withheld(columns_[i].column.field, record, *hit.record, context_))
      row.cells[i] = view::Withheld{};
}

view::Cell ListCells::cell(const Planned& planned, const query::Hit& hit,
                           const ClearedRecord& record) const {
  view::Texts texts;
  for (auto& shown : values(planned.column.field, record, *hit.record, hit.item.get()))
    texts.push_back(shown.text());
  if (texts.empty() && may_be_withheld(planned.column.field, record, *hit.record, context_))
    return view::Withheld{};
  // A list stays one also with one value: what a program reads is of one type.
  if (!planned.is_single) return texts;
  return texts.empty() ? view::Cell{} : view::Cell(base::join(texts, ", "));
}

std::vector<ReleasedText> ListCells::values(const FieldPath& field, const ClearedRecord& record,
                                            const model::RecordHeader& head,
                                            const query::Pins* item) const {
  if (const auto* matter = query::case_asked(field, head, context_))
    return values(field, cleared(*matter), *matter, item);
  if (!field.onward.empty()) return onward(field, record, head, item);
  if (field.derived != nullptr) return computed(field, record, head, item);
  return record.values(field.path, item == nullptr ? nullptr : &item->items);
}

void ListCells::each_computed(
    const FieldPath& field, const model::RecordHeader& head, const query::Pins* item,
    const std::function<void(const ClearedRecord::Computed&)>& take_one) const {
  const query::Derived& derived = *field.derived;
  // What a partner was part of is for each engagement to say.
  if (head.kind == model::RecordKind::partner && derived.asks_engagements &&
      !context_.is_for_office)
    return;
  std::size_t nth = 0;
  auto take = [&](const void* value, value::Truth sure) {
    if (item != nullptr && !item->has(derived, head, nth++)) return;
    take_one({.value = value,
              .type = derived.type,
              .reveals = derived.disclosure(),
              .refers = derived.refers_from(head.kind),
              .is_sure = sure != value::Truth::maybe,
              .stands_in = query::stands_in(value, derived.type)});
  };
  derived.values(head, context_, query::Sink(take));
}

std::vector<ReleasedText> ListCells::computed(const FieldPath& field, const ClearedRecord& record,
                                              const model::RecordHeader& head,
                                              const query::Pins* item) const {
  std::vector<ReleasedText> found;
  each_computed(field, head, item, [&](const ClearedRecord::Computed& value) {
    record.add_computed(value, field.path, found, item == nullptr ? nullptr : &item->items);
  });
  return found;
}

/// What the records say that the way leads to, each as it may be read itself.
std::vector<ReleasedText> ListCells::onward(const FieldPath& field, const ClearedRecord& record,
                                            const model::RecordHeader& head,
                                            const query::Pins* item) const {
  const value::PinnedItems* pins = item == nullptr ? nullptr : &item->items;
  std::vector<ClearedRecord> records;
  if (field.derived == nullptr)
    records = record.linked(field.path, pins);
  else
    each_computed(field, head, item, [&](const ClearedRecord::Computed& value) {
      record.add_linked(value, field.path, records, pins);
    });
  std::vector<ReleasedText> found;
  for (const ClearedRecord& linked : records) {
    const model::RecordHeader* further = context_.data.find(linked.id());
    if (further == nullptr || further == &head) continue;
    for (auto& shown : values(field.onward.front(), linked, *further, item))
      if (std::ranges::count(found, shown.text(), &ReleasedText::text) == 0)
        found.push_back(std::move(shown));
  }
  return found;
}

}  // namespace rapport::app
