// When something ends that somebody agreed to, by what all their acts together give on a day.
#pragma once

#include "model/partner.hpp"

#include <vector>

namespace rapport::mandate {

/// For each act of the record: the first last day of anything that it is the one to give on that
/// day; absent where it gives nothing then, or has no end. An act without cases or States gives it
/// for each one that the record speaks of, as a later act may take back one of them. Of a record
/// with so many acts, cases and States that this takes too long, the rest end as they are written.
std::vector<value::Date> ends_of_consent(const model::Partner& partner, const value::Date& on);

}  // namespace rapport::mandate
