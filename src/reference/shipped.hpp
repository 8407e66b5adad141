// The reference data that is compiled into the program: the text of data/reference/*.yaml.
#pragma once

#include "base/embedded.hpp"

#include <span>

namespace rapport::reference {

/// Sorted by name; the texts stay for as long as the program runs. Nothing is parsed.
std::span<const base::Embedded> shipped_files();

/// The text of one of them, by its name without ".yaml"; it must exist.
std::string_view shipped(std::string_view stem);

}  // namespace rapport::reference
