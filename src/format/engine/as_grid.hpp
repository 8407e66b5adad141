// Tables and cards as parts of a document, for the formats that write documents.
#pragma once

#include "view/cards.hpp"
#include "view/page.hpp"
#include "view/table.hpp"

namespace rapport::format {

/// Title, and a grid for each group under its heading.
view::Blocks as_blocks(const view::Table& table);

/// A heading for each card and section, a list of labels and values below.
view::Blocks as_blocks(const view::Cards& cards);

}  // namespace rapport::format
