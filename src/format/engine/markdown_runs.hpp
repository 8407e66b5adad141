// Runs of text as Markdown. No text can become markup, a link or a tag, and no more is escaped than
// that needs, since people read the file as it is.
#pragma once

#include "view/page.hpp"

#include <string>
#include <string_view>

namespace rapport::format {

/// `text` on one line. At the start of a line a few more characters mean something.
std::string markdown_text(std::string_view text, bool at_line_start);

/// One paragraph; its line breaks end in a backslash. Where two looks touch inside a word Markdown
/// cannot say both, and the second is left out.
std::string markdown_runs(const view::Runs& runs);

/// The same on one line, for a heading or a cell of a table.
std::string markdown_cell(const view::Runs& runs, std::string_view line_break);

}  // namespace rapport::format
