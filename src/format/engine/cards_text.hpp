// Records with labels, one line a value, aligned.
#pragma once

#include "format/engine/format.hpp"

namespace rapport::format {

base::Result<std::string> text_cards(const view::Cards& cards, const Options& options);

}  // namespace rapport::format
