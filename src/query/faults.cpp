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

/// Whether another record, asked about by what this one says, has to be mended first. `is_own`: the
/// field begins in the record that is asked about.
bool Faults::is_in_the_way(const model::RecordHeader& each, const FieldPath& field,
                           bool is_own) const {
  const Derived* derived = field.derived;
  if (derived != nullptr) {
    const bool asks_others = derived->asks_others(*field.of);
    const auto kind = asks_others ? model::RecordKind::engagement : *field.of;
    if ((asks_others || !is_own) && each.kind == kind && hide(each, *derived)) return true;
  }
  // What lies behind a reference is another record's.
  const bool is_away = !is_own || (derived != nullptr && derived->refers != value::Refers::nothing);
  std::size_t from = is_away ? 0 : 1;
  while (from > 0 && from < field.path.size() && !refers_away(*field.path[from - 1])) ++from;
  return from < field.path.size() && hide(each, Path(field.path).subspan(from));
}

const model::RecordHeader* Faults::in_the_way(const Query& query, const Context& context) const {
  if (found_.empty()) return nullptr;
  const auto first = [&](const auto& stands_there) -> const model::RecordHeader* {
    for (std::uint32_t i = 0; i < context.data.size(); ++i)
      if (const auto& head = context.data.head(i); head.has_errors && stands_there(head))
        return &head;
    return nullptr;
  };
  for (const FieldPath& whole : query.fields()) {
    const FieldPath* field = &whole;
    for (bool is_own = true; field != nullptr; is_own = false) {
      if (const auto* head =
              first([&](const auto& each) { return is_in_the_way(each, *field, is_own); }))
        return head;
      field = field->onward.empty() ? nullptr : &field->onward.front();
    }
  }
  return nullptr;
}

}  // namespace rapport::query
