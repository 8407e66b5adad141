// Text as roff takes it for text: no escape, no macro.
#pragma once

#include "view/page.hpp"

#include <string>
#include <string_view>

namespace rapport::format {

/// On one line, every character roff would read otherwise escaped, all others as ASCII.
std::string roff_text(std::string_view text);

/// Source lines of moderate length, each with its end. A line break starts a new output line.
std::string roff_runs(const view::Runs& runs);

/// On one source line, with its end.
std::string roff_line(const view::Runs& runs);

/// `text` as one argument of a macro, with its quotes.
std::string roff_argument(std::string_view text);

}  // namespace rapport::format
