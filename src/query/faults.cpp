#include "query/faults.hpp"

#include "model/period.hpp"
#include "query/query.hpp"

#include <algorithm>

namespace rapport::query {
namespace {

using value::Fault;

/// A key that is not known may be a misspelt one of its block.
bool is_of_block(const value::Field& row, const value::Type* block) {
  if (block == nullptr || block->rows == nullptr) return false;
  const auto rows = block->rows().rows;
  return &row >= rows.data() && &row < rows.data() + rows.size();
}

bool refers_away(const value::Field& row) {
  return row.type->shape != value::Shape::block && (row.meta.refers == value::Refers::partner ||
                                                    row.meta.refers == value::Refers::engagement);
}

}  // namespace

Faults::Faults(std::span<const value::FoundFault> found) {
  for (const auto& each : found)
    if (!each.fault.code.is_syntax()) found_[each.source].push_back(each.fault);
}

bool Faults::hide(const model::RecordHeader& head, Path path) const {
  const auto at = found_.find(head.source);
  return at != found_.end() && std::ranges::any_of(at->second, [&](const Fault& fault) {
           return std::ranges::any_of(path, [&](const value::Field* row) {
             if (fault.row == nullptr) return is_of_block(*row, fault.type);
             return fault.row == row || model::is_read_for(*fault.row, *row);
           });
         });
}

bool Faults::hide(const model::RecordHeader& head, const Derived& derived) const {
  const auto at = found_.find(head.source);
  return at != found_.end() && std::ranges::any_of(at->second, [&](const Fault& fault) {
           return fault.row == nullptr || derived.rests_on_row(*fault.row);
         });
}

bool Faults::hide(const model::RecordHeader& head, const FieldPath& field) const {
  if (!head.has_errors) return false;
  if (field.derived == nullptr) return hide(head, Path(field.path));
  return !field.derived->asks_others(head.kind) && hide(head, *field.derived);
}

const model::RecordHeader* Faults::in_the_way(const Query& query, const Context& context) const {
  if (found_.empty()) return nullptr;
  const auto first = [&](const auto& is_in_the_way) -> const model::RecordHeader* {
    for (std::uint32_t i = 0; i < context.data.size(); ++i)
      if (const auto& head = context.data.head(i); head.has_errors && is_in_the_way(head))
        return &head;
    return nullptr;
  };
  for (const FieldPath& field : query.fields()) {
    const Derived* derived = field.derived;
    if (derived != nullptr && derived->asks_others(query.kind()))
      if (const auto* head = first([&](const model::RecordHeader& each) {
            return each.kind == model::RecordKind::engagement && hide(each, *derived);
          }))
        return head;
    // What lies behind a reference is another record's.
    std::size_t from = derived != nullptr && derived->refers != value::Refers::nothing ? 0 : 1;
    while (from > 0 && from < field.path.size() && !refers_away(*field.path[from - 1])) ++from;
    if (from >= field.path.size()) continue;
    if (const auto* head =
            first([&](const auto& each) { return hide(each, Path(field.path).subspan(from)); }))
      return head;
  }
  return nullptr;
}

}  // namespace rapport::query
