// How a document looks on a screen and on A4 paper.
#pragma once

#include "view/page.hpp"

#include <string>
#include <string_view>

namespace rapport::format {

/// The style sheet, with the classification in the head of each page and in its foot the edition,
/// the date and for whom it is; a wide one lies on its side.
std::string html_style(const view::Metadata& meta, bool is_wide);

/// `text` in quotes, as CSS wants it.
std::string css_string(std::string_view text);

}  // namespace rapport::format
