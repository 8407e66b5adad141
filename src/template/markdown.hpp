// Markdown, as templates make it, to the document model. The only place that knows md4c.
//
// A comment on a line of its own says what the block below it is, or where a page begins:
//   <!-- letterhead -->  the head of the sheet
//   <!-- address -->     whom it is for: reference, date, addressee
//   <!-- signature -->   who signs; one comment for each
//   <!-- keep -->        no page ends inside this block; below a heading or paragraph: nor between
//                        it and the next block
//   <!-- page -->        a new page begins here
// Other HTML and images are mistakes. A link that is not safe becomes text with its address behind.
#pragma once

#include "view/page.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::templates {

struct MarkdownProblem {
  std::size_t offset = 0;
  std::string message = {};
  std::string hint = {};
};

/// What could be read is in `blocks`, even with problems.
struct Markdown {
  view::Blocks blocks = {};
  std::vector<MarkdownProblem> problems = {};
};

Markdown read_markdown(std::string_view text);

}  // namespace rapport::templates
