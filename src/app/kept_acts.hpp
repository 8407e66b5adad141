// Acts of consent are only ever added: a change that would lose one, or have it say something else,
// is found before it is written.
#pragma once

#include "base/result.hpp"

namespace rapport::app {

class Preview;

/// Every act that a record had is in it afterwards, in the same order, and says the same; where two
/// records became one, with another key if need be. An act may be put right that could not be read,
/// and the key of one whose key was used twice. What is removed as a whole is no change.
base::Done check_acts_kept(const Preview& preview);

}  // namespace rapport::app
