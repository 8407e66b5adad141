// A table in a plain text, its cells wrapped so that a row fits.
#pragma once

#include "view/page.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace rapport::format {

/// `cells` of each row, the first row the head, as lines of at most `width` columns.
std::vector<std::string> text_grid(const std::vector<std::vector<std::string>>& rows,
                                   const std::vector<view::Align>& columns, std::size_t width);

}  // namespace rapport::format
