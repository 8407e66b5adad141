// A sheet of the office's own that goes with a document.
#pragma once

#include "view/page.hpp"

namespace rapport::view {

/// What to look at before a document is sent, for the office alone, and the part of it that is
/// printed where it goes to a file.
struct CheckSheet {
  view::Page whole;
  view::Page told;
};

}  // namespace rapport::view
