// Which words belong to one address, where it is written in a record as where it is in a text.
#pragma once

#include "names/scan_text.hpp"

#include <cstddef>

namespace rapport::names {

/// The next word of the mail or web address that the word at `at` is one of; ScanText::none when it
/// ends there.
std::size_t next_tied(const ScanText& text, std::size_t at);
/// Of an address in several words or lines.
std::size_t next_loose(const ScanText& text, std::size_t at);

}  // namespace rapport::names
