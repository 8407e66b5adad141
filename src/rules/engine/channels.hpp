// When two channels are one: a number or address, however it is spelled.
#pragma once

#include "model/contact.hpp"

#include <string>

namespace rapport::rules {

/// The same for all spellings of a number or address; empty for a value that is neither, is sealed,
/// or does not fit its channel.
std::string channel_value(const model::Contact& contact);

/// Both are called, or written to, in the same way.
bool is_same_means(const model::Contact& one, const model::Contact& other);

}  // namespace rapport::rules
