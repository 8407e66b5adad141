// The folder that a record belongs in and is not, by what it says of itself.
#pragma once

#include <string>

namespace rapport::model {

struct Engagement;
struct Partner;

/// The folder of its group; empty when it is there, or has no kind.
std::string folder_to_move_to(const Partner& partner);

/// The folder of cases, of the year it began or of the last it may have begun in, or of what has no
/// date. Empty where it may be in the right one.
std::string folder_to_move_to(const Engagement& engagement);

}  // namespace rapport::model
