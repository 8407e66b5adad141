// Blocks of a document as Markdown.
#pragma once

#include "view/page.hpp"

#include <string>

namespace rapport::format {

std::string markdown_blocks(const view::Blocks& blocks);

std::string markdown_grid(const view::Grid& grid);

}  // namespace rapport::format
