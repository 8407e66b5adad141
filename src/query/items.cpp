#include "query/items.hpp"

#include "query/of_case.hpp"

#include <algorithm>

namespace rapport::query {
namespace {

class ItemWalk {
 public:
  ItemWalk(const Context& context, const Pins* within, const ItemVisit& visit)
      : context_(context), within_(within), visit_(visit) {}

  void from_record(const FieldPath& field, const model::RecordHeader& head) {
    const auto rest = std::span(field.path);
    if (field.derived == nullptr) return row(field, rest, record(context_, head));
    std::size_t nth = 0;
    auto take = [&](const void* value, Truth sure) {
      const Truth before = sure_;
      sure_ = std::min(sure_, sure);
      if (within_ == nullptr || within_->has(*field.derived, head, nth)) {
        pins_.computed.push_back({field.derived, &head, nth});
        rows(field, rest, value, field.derived->type, field.derived->refers_from(head.kind));
        pins_.computed.pop_back();
      }
      sure_ = before;
      ++nth;
    };
    field.derived->values(head, context_, Sink(take));
  }

 private:
  using Rows = std::span<const value::Field* const>;

  void rows(const FieldPath& field, Rows path, const void* value, const value::Type& type,
            value::Refers refers) {
    if (!type.present(value)) return;
    if (type.shape == value::Shape::list) return items(field, path, value, type, refers);
    if (path.empty() && field.onward.empty()) return visit_(pins_, sure_);
    if (type.shape == value::Shape::block) return row(field, path, type.fields(value));
    const auto* head = context_.data.target(*static_cast<const value::Ref*>(value), refers);
    if (head == nullptr) return;
    path.empty() ? from_record(field.onward.front(), *head)
                 : row(field, path, record(context_, *head));
  }

  void row(const FieldPath& field, Rows path, const void* fields) {
    if (fields == nullptr) return;
    const value::Field& row = *path.front();
    rows(field, path.subspan(1), row.of(with_case(row, fields, context_)), *row.type,
         row.meta.refers);
  }

  void items(const FieldPath& field, Rows path, const void* value, const value::Type& list,
             value::Refers refers) {
    const value::Items items = list.items(value);
    for (std::size_t i = 0; i < items.count; ++i) {
      if (within_ != nullptr && !within_->items.has(items, i)) continue;
      pins_.items.push(items, i);
      rows(field, path, items.data + i * list.element->size, *list.element, refers);
      pins_.items.pop();
    }
  }

  const Context& context_;
  const Pins* within_;
  const ItemVisit& visit_;
  Pins pins_;
  Truth sure_ = Truth::yes;
};

}  // namespace

void each_item(const FieldPath& list, const model::RecordHeader& head, const Context& context,
               const Pins* within, const ItemVisit& visit) {
  ItemWalk(context, within, visit).from_record(list, head);
}

std::optional<FieldPath> innermost_list(const FieldPath& field) {
  auto found = by_item(field);
  if (!found || !found->inner) return found ? std::optional(std::move(found->list)) : std::nullopt;
  auto inner = innermost_list(*found->inner);
  if (!inner) return std::move(found->list);
  return joined(std::move(found->list), std::move(*inner));
}

bool lies_in(const FieldPath& field, const FieldPath& list) {
  std::optional<FieldPath> outer;
  std::optional<FieldPath> rest = field;
  while (rest) {
    auto found = by_item(*rest);
    if (!found) return false;
    outer = outer ? joined(std::move(*outer), std::move(found->list)) : std::move(found->list);
    if (is_same_list(*outer, list)) return true;
    rest = std::move(found->inner);
  }
  return false;
}

}  // namespace rapport::query
