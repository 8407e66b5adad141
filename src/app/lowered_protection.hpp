// What a change leaves less protected: it is made, since the office decides, but never without a
// word.
#pragma once

#include "app/note.hpp"
#include "app/preview.hpp"

#include <vector>

namespace rapport::app {

/// A note for each field that had a stricter value, and each partner who was protected.
void add_lowered_protection(const Preview& preview, std::vector<Note>& notes);

}  // namespace rapport::app
