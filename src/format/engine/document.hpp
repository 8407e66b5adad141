// What every format that writes documents asks of one.
#pragma once

#include "view/page.hpp"

#include <string>
#include <string_view>

namespace rapport::format {

/// Has a heading of level 1 somewhere.
bool has_title(const view::Blocks& blocks);

/// Is a letter: its sheet begins with a letterhead, so that no title is shown above it.
bool is_letter(const view::Blocks& blocks);

/// A table of labels and values has none: Markdown makes its head empty.
bool has_head(const view::Grid& grid);

/// Classification, edition, date and audience, as far as they are known: "CONFIDENTIAL · draft".
std::string marking(const view::Metadata& meta);

/// The same without the classification.
std::string imprint(const view::Metadata& meta);

template <class... Case>
struct Cases : Case... {
  using Case::operator()...;
};
template <class... Case>
Cases(Case...) -> Cases<Case...>;

}  // namespace rapport::format
