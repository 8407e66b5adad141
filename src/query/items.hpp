// The items of a list, one by one, whether the list is written in a record, computed of it, or lies
// in other records it leads to.
#pragma once

#include "query/field_path.hpp"
#include "query/period.hpp"
#include "query/pins.hpp"

#include <functional>

namespace rapport::query {

/// Takes the item, pinned together with the items of other lists in which it lies.
using ItemVisit = std::function<void(const Pins& item, Truth sure)>;

/// Those among the items that `within` has; null: all of them.
void each_item(const FieldPath& list, const model::RecordHeader& head, const Context& context,
               const Pins* within, const ItemVisit& visit);

/// Up to the innermost list on the way; none where there is none.
std::optional<FieldPath> innermost_list(const FieldPath& field);

/// Whether an item of the list has its own values of the field.
bool lies_in(const FieldPath& field, const FieldPath& list);

}  // namespace rapport::query
