// A case and what is part of it.
#pragma once

#include "model/engagement.hpp"

#include <vector>

namespace rapport::model {

class Dataset;

/// The case that a record is part of; null when there is none, or when it names what is no case.
const Engagement* case_of(const Dataset& data, const Engagement& part);

/// The same, or the record itself where it is a case or part of none.
const Engagement& case_or_itself(const Dataset& data, const Engagement& engagement);

/// The letters that are part of a case, by id; none when `matter` is no case.
std::vector<const Engagement*> letters_of(const Dataset& data, const Engagement& matter);

}  // namespace rapport::model
