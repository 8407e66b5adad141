// One line of a record with a caret below the part that is meant.
#pragma once

#include "format/engine/terminal.hpp"
#include "view/findings.hpp"

namespace rapport::format {

/// The two lines, each with its end; nothing when the place has no text or no line. Controls are
/// escaped, and of a line that is wider than `width` the part around the caret is shown.
std::string excerpt(const view::Place& place, const Paint& paint, value::Severity severity,
                    std::size_t width);

}  // namespace rapport::format
