// What a briefing pack asks of the record of its visit.
#pragma once

#include "model/record.hpp"

#include <cstddef>
#include <vector>

namespace rapport::model {
class Dataset;
struct Office;
}  // namespace rapport::model

namespace rapport::mandate::questions {

/// Slots of the programme that take place.
struct SlotCounts {
  std::size_t all = 0;
  std::size_t without_setting = 0;
};
SlotCounts slots_that_take_place(const model::Dataset& data, model::RecordId visit);

/// One of the delegation: rows of the office's own list of staff.
struct Going {
  bool is_holder = false;
  std::vector<std::size_t> staff;  // several holders where a date is not known precisely
};
/// As they are in the record. `then` decides who holds the mandate.
std::vector<Going> delegation(const model::Dataset& data, model::RecordId visit,
                              const model::Office& office, model::Date then);

}  // namespace rapport::mandate::questions
