// A value on its way into Markdown: whatever it holds, it comes out as the same text.
#pragma once

#include <string>
#include <string_view>

namespace rapport::templates {

/// Marks a line end that the filter `lines` keeps. Values cannot hold it otherwise: records have no
/// controls, and the escape drops what came by another way.
inline constexpr char kept_line_end = '\x1E';

/// All ASCII punctuation behind a backslash; line ends, tabs and other controls as one space; no
/// space at either end. A kept line end becomes a hard line break.
std::string markdown_text(std::string_view value);

/// The same without any escape, for titles and names; a kept line end is a line end.
std::string plain_text(std::string_view value);

/// What an address cannot hold, as %XX.
std::string link_target(std::string_view address);

}  // namespace rapport::templates
