// What is planned in the coming days, which goals are to be looked at again and which needs are
// open for long; and in which records a member of staff has a part.
#pragma once

#include "model/record.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rapport::model {
class Dataset;
struct Office;
}  // namespace rapport::model

namespace rapport::mandate::questions {

enum class Planned : std::uint8_t {
  absent,
  engagement,
  programme,   // one day of a visit's programme
  visit_step,  // dated ahead
  case_step,   // dated ahead: a hearing, a day in court
  statement,   // becomes public
  goal,        // is to be reviewed
  need,        // is open; `on` is when it was raised
};

struct Plan {
  Planned what = Planned::absent;
  model::Date on;           // as precise as it is recorded
  model::RecordId record;   // the engagement
  std::uint32_t item = 0;   // which of its steps, goals or needs
  std::uint32_t count = 0;  // meetings on that day of a programme
};

struct AgendaTerms {
  model::Date until;          // plans: none that is surely later
  model::Date raised_before;  // needs: none that was raised later
};

/// The earliest first, from `on` to the last day asked for: what was cancelled, postponed or held
/// is not planned. Reviews of goals that are overdue too. Of a plan that is known to the year alone
/// no week is known.
std::vector<Plan> agenda(const model::Dataset& data, const AgendaTerms& asked, model::Date on);

/// Records in which that member of staff had a part: in the delegation or in a step. What is part
/// of such a case, and the partners that such a record names. Sorted.
std::vector<model::RecordId> records_of_staff(const model::Dataset& data,
                                              const model::Office& office, std::size_t staff);

}  // namespace rapport::mandate::questions
