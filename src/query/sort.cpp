// The order of an answer, and its groups.
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "query/column.hpp"
#include "query/test.hpp"
#include "query/text.hpp"
#include "value/moment.hpp"
#include "value/scalars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

namespace rapport::query {
namespace {

using value::Shape;

/// What a value is sorted by: numbers first, then text as it is compared, then as it is written.
struct Key {
  bool is_present = false;
  std::int64_t first = 0;
  std::int64_t second = 0;
  std::string folded = {};
  std::string text = {};

  friend auto operator<=>(const Key&, const Key&) = default;
};

template <class T>
const T& value_as(const void* value) {
  return *static_cast<const T*>(value);
}

Key key_of(const Date& from, const Date& to, int minutes = 0) {
  return {.is_present = true,
          .first = std::int64_t{from.first().time_since_epoch().count()} * 1441 + minutes,
          .second = std::int64_t{to.last().time_since_epoch().count()}};
}

Key key_of_text(std::string_view text) {
  return {.is_present = true, .folded = base::fold(text), .text = base::nfc(text)};
}

Key date_key(const void* value, const value::Type& type) {
  if (const Period* period = as_period(value, type))
    return key_of(period->from, period->to ? period->to : period->from);
  if (type.shape == Shape::date) return key_of(value_as<Date>(value), value_as<Date>(value));
  const auto& moment = value_as<value::Moment>(value);
  return key_of(moment.date(), moment.date(), moment.has_time() ? moment.minutes() + 1 : 0);
}

Key key(const void* value, const value::Type& type, const Context& context) {
  switch (type.shape) {
    case Shape::date:
    case Shape::moment:
      return date_key(value, type);
    case Shape::word:
      return {.is_present = true, .first = type.index(value)};
    case Shape::flag:
      return {.is_present = true, .first = value_as<value::Flag>(value).is_yes() ? 1 : 0};
    case Shape::count:
      return {.is_present = true, .first = std::int64_t{*value_as<value::Count>(value)}};
    case Shape::duration:
      return {.is_present = true, .first = value_as<value::Duration>(value).days()};
    case Shape::text:
      if (type.name == value::AmountForm::name)
        return {.is_present = true, .first = hundredths(text_of(value_as<value::Text>(value)))};
      return key_of_text(text_of(value_as<value::Text>(value)));
    default:
      return key_of_text(type.print(value, context.codes));
  }
}

std::string written(const void* value, const value::Type& type, const Context& context) {
  if (type.shape == Shape::text) return base::nfc(text_of(value_as<value::Text>(value)));
  return type.print(value, context.codes);
}

}  // namespace

Outcome<std::vector<Order>> orders(std::string_view by, model::RecordKind kind) {
  std::string names(by);  // as long as `by`, so that mistakes point at the right place
  std::vector<bool> descends;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool is_start = i == 0 || names[i - 1] == ',';
    if (is_start) descends.push_back(names[i] == '-');
    if (is_start && names[i] == '-') names[i] = ' ';
  }
  auto found = columns(names, kind);
  if (auto* mistake = std::get_if<Mistake>(&found)) return std::move(*mistake);
  std::vector<Order> result;
  for (Column& column : std::get<std::vector<Column>>(found))
    result.push_back({std::move(column), descends[result.size()]});
  return result;
}

namespace {

Key best(const Order& order, const Hit& hit, const Context& context) {
  Key best;
  each_value(order.column.field, hit, context,
             [&](const void* value, const value::Type& type, Truth) {
               Key one = key(value, type, context);
               const bool is_better = order.descends ? best < one : one < best;
               if (!best.is_present || is_better) best = std::move(one);
             });
  return best;
}

}  // namespace

Outcome<std::vector<Hit>> sorted(std::vector<Hit> hits, std::string_view by, model::RecordKind kind,
                                 const Context& context) {
  auto found = orders(by, kind);
  if (auto* mistake = std::get_if<Mistake>(&found)) return std::move(*mistake);
  const auto& all = std::get<std::vector<Order>>(found);
  std::vector<std::vector<Key>> keys(hits.size());
  for (std::size_t i = 0; i < hits.size(); ++i)
    for (const Order& order : all) keys[i].push_back(best(order, hits[i], context));
  std::vector<std::size_t> places(hits.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::ranges::sort(places, [&](std::size_t a, std::size_t b) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Key& left = keys[a][i];
      const Key& right = keys[b][i];
      if (left == right) continue;
      if (left.is_present != right.is_present) return left.is_present;
      return all[i].descends ? right < left : left < right;
    }
    if (hits[a].record == hits[b].record) return a < b;  // items, in their order
    return hits[a].record->id() < hits[b].record->id();
  });
  std::vector<Hit> result;
  result.reserve(hits.size());
  for (const std::size_t place : places) result.push_back(hits[place]);
  return result;
}

std::vector<Group> grouped(std::span<const Hit> hits, const FieldPath& field,
                           const Context& context) {
  std::map<Key, Group> groups;
  for (const Hit& hit : hits) {
    bool has_value = false;
    each_value(field, hit, context, [&](const void* value, const value::Type& type, Truth sure) {
      has_value = true;
      Group& group = groups[key(value, type, context)];
      group.key = written(value, type, context);
      const bool is_maybe = hit.is_maybe || sure == Truth::maybe;
      if (group.hits.empty() || group.hits.back().record != hit.record ||
          group.hits.back().item != hit.item)
        group.hits.push_back({hit.record, is_maybe, hit.item});
    });
    if (!has_value) groups[Key{}].hits.push_back(hit);
  }
  std::vector<Group> result;
  for (auto& [order, group] : groups) result.push_back(std::move(group));
  const bool has_none = !result.empty() && groups.begin()->first == Key{};
  if (has_none) std::rotate(result.begin(), result.begin() + 1, result.end());
  return result;
}

}  // namespace rapport::query
