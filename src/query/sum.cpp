#include "query/sum.hpp"

#include "query/column.hpp"
#include "query/items.hpp"
#include "query/of_case.hpp"
#include "query/test.hpp"
#include "query/text.hpp"
#include "value/scalars.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace rapport::query {
namespace {

using value::Shape;

bool is_amount(const FieldPath& field) {
  return field.type->shape == Shape::text && field.type->name == value::AmountForm::name;
}

/// The field of the same block that says the currency.
std::optional<FieldPath> currency_of(FieldPath field) {
  if (!field.onward.empty()) {
    auto inner = currency_of(field.onward.front());
    if (!inner) return std::nullopt;
    field.onward.front() = std::move(*inner);
    return field;
  }
  if (field.path.size() < 2) return std::nullopt;
  const value::Type* block = field.path[field.path.size() - 2]->type;
  while (block->shape == Shape::list) block = block->element;
  for (const value::Field& row : block->rows().rows) {
    if (row.type->name != value::CurrencyForm::name) continue;
    field.path.back() = &row;
    field.type = row.type;
    return field;
  }
  return std::nullopt;
}

class Adder {
 public:
  Adder(const FieldPath& field, const Context& context)
      : field_(field),
        context_(context),
        is_amount_(is_amount(field)),
        currency_(is_amount_ ? currency_of(field) : std::nullopt),
        list_(is_amount_ ? innermost_list(field) : std::nullopt) {}

  void add(const Hit& hit) {
    if (!hit.item && is_added(hit)) return;
    // An amount and its currency are of one item.
    if (!list_) return add_one(hit);
    each_item(*list_, *hit.record, context_, hit.item.get(), [&](const Pins& item, Truth sure) {
      add_one({hit.record, hit.is_maybe || sure == Truth::maybe, std::make_shared<Pins>(item)});
    });
  }

  std::map<std::string, Sum> sums;

 private:
  void add_one(const Hit& hit) {
    std::string currency;
    if (currency_)
      each_value(*currency_, hit, context_, [&](const void* value, const value::Type&, Truth) {
        currency = text_of(*static_cast<const value::Text*>(value));
      });
    bool has_value = false;
    each_value(field_, hit, context_, [&](const void* value, const value::Type& type, Truth sure) {
      has_value = true;
      add(sums[currency], value, type, hit.is_maybe || sure == Truth::maybe);
    });
    if (!has_value) ++sums[is_amount_ ? std::string{} : currency].missing;
  }

  /// What is read of a case counts once, however many letters are part of the case.
  bool is_added(const Hit& hit) {
    const model::RecordHeader* asked = case_asked(field_, *hit.record, context_);
    return !added_.insert(asked == nullptr ? hit.record : asked).second;
  }

  static void add(Sum& sum, const void* value, const value::Type& type, bool is_maybe) {
    std::int64_t number = 0;
    if (type.shape == Shape::count) {
      const auto& count = *static_cast<const value::Count*>(value);
      if (count.is_unknown()) return void(++sum.unknown);
      number = *count;
    } else if (type.shape == Shape::duration) {
      number = static_cast<const value::Duration*>(value)->days();
    } else {
      number = hundredths(text_of(*static_cast<const value::Text*>(value)));
    }
    std::int64_t& to = is_maybe ? sum.maybe : sum.sure;
    if (__builtin_add_overflow(to, number, &to)) ++sum.unknown;
  }

  const FieldPath& field_;
  const Context& context_;
  bool is_amount_;
  std::optional<FieldPath> currency_;
  std::optional<FieldPath> list_;
  std::set<const model::RecordHeader*> added_;
};

}  // namespace

bool can_be_summed(const FieldPath& field) {
  return field.type->shape == Shape::count || field.type->shape == Shape::duration ||
         is_amount(field);
}

std::vector<Sum> sums(std::span<const Hit> hits, const FieldPath& field, const Context& context) {
  Adder adder(field, context);
  for (const Hit& hit : hits) adder.add(hit);
  if (adder.sums.empty()) return {Sum{}};
  std::vector<Sum> found;
  for (auto& [currency, sum] : adder.sums) {
    sum.currency = currency;
    found.push_back(std::move(sum));
  }
  return found;
}

}  // namespace rapport::query
