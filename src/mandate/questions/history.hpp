// What was before a visit, what belongs to it, and with whom: the latest first.
#pragma once

#include "model/record.hpp"

#include <vector>

namespace rapport::model {
class Dataset;
}

namespace rapport::mandate::questions {

/// Somebody's part in an engagement.
struct Part {
  model::RecordId partner;
  bool as_source = false;
};

/// What was held. Editions for others do not tell of every part: who asks decides which counts.
struct Past {
  model::RecordId record;
  bool exists = false;      // in or about the State or territory of the visit
  bool is_related = false;  // the visit names it
  std::vector<Part> parts;  // of whom it may belong to the visit by, wherever it was
};

/// What may belong to the past of a visit, held up to `on`: it is there or related, or a body of
/// that State or one of `met`, sorted, had a part in it.
std::vector<Past> past_of_visit(const model::Dataset& data, model::RecordId visit,
                                const std::vector<model::RecordId>& met, model::Date on);

/// What a partner took part in up to `on`, but for the visit; with their parts.
std::vector<Past> past_with(const model::Dataset& data, model::RecordId partner,
                            model::RecordId visit, model::Date on);

/// Cases of a State, or that happened there, which are not over.
std::vector<model::RecordId> open_cases(const model::Dataset& data, model::StateCode state);

/// Engagements in a State that recorded what is needed there.
std::vector<model::RecordId> with_needs(const model::Dataset& data, model::StateCode state);

}  // namespace rapport::mandate::questions
