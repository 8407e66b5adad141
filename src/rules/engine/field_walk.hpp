// The way through a record to the rows a rule looks at, worked out once from the field tables, so
// that walking a record touches nothing else.
#pragma once

#include "value/codec.hpp"
#include "value/field.hpp"

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::rules {

/// Text that people write freely: no key, tag of a language, web address or the like.
bool is_free_text(const value::Type& type);

class FieldWalk {
 public:
  using Wanted = bool (*)(const value::Field& row);

  /// All rows of `type` and of the blocks below it that are wanted.
  FieldWalk(const value::Type& type, Wanted wanted);

  bool empty() const { return steps_.empty(); }

  /// Calls `visit(row, value)` for each wanted row that is present; for a list of scalars, with
  /// each of its items.
  template <class Visit>
  void walk(const void* record, Visit&& visit) const {
    for (const Step& step : steps_) {
      const void* value = static_cast<const std::byte*>(record) + step.offset;
      if (begins_empty(value)) continue;
      const value::Type& type = *step.row->type;
      if (!type.present(value)) continue;
      if (type.shape == value::Shape::list)
        walk_list(step, type, value, visit);
      else if (step.below == nullptr)
        visit(*step.row, value);
      else
        step.below->walk(type.fields(value), visit);
    }
  }

 private:
  struct Step {
    const value::Field* row;
    std::ptrdiff_t offset;             // of the row's value in its record
    std::unique_ptr<FieldWalk> below;  // of a block, or of the blocks in a list
  };

  /// Most rows of a record are absent, and that is all zero. Texts, references, lists and blocks
  /// begin with a pointer; a pattern `kind:...`, which does not, refers to nobody.
  static bool begins_empty(const void* value) {
    const void* start = nullptr;
    std::memcpy(&start, value, sizeof start);
    return start == nullptr;
  }

  template <class Visit>
  static void walk_list(const Step& step, const value::Type& type, const void* value,
                        Visit&& visit) {
    const auto items = type.items(value);
    for (std::size_t i = 0; i < items.count; ++i) {
      const void* item = items.data + i * type.element->size;
      if (step.below == nullptr)
        visit(*step.row, item);
      else
        step.below->walk(type.element->fields(item), visit);
    }
  }

  std::vector<Step> steps_;
};

/// Free text of partners and of engagements, of rapport.yaml and of files of reference rows.
const FieldWalk& partner_texts();
const FieldWalk& engagement_texts();
const FieldWalk& office_texts();
const FieldWalk& reference_texts();

}  // namespace rapport::rules
