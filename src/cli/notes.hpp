// The words of notes, for standard error.
#pragma once

#include "app/note.hpp"

#include <string>

namespace rapport::cli {

std::string text_of(const app::Note& note);

}  // namespace rapport::cli
