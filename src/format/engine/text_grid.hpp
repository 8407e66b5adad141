// A table in a plain text, its cells wrapped so that a row fits.
#pragma once

#include "view/page.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace rapport::format {

/// Lines of at most `width` columns; with `has_head` the first row is the head.
std::vector<std::string> text_grid(const std::vector<std::vector<std::string>>& rows,
                                   const std::vector<view::Align>& columns, bool has_head,
                                   std::size_t width);

}  // namespace rapport::format
