// Blocks of a document as HTML. Every text is escaped here, and no attribute is made from one but
// the target of a safe link.
#pragma once

#include "view/page.hpp"

#include <string>

namespace rapport::format {

/// `deeper` is added to the level of every heading.
std::string html_blocks(const view::Blocks& blocks, int deeper);

std::string html_runs(const view::Runs& runs);

}  // namespace rapport::format
