// A document as plain text, as it is pasted into a mail.
#pragma once

#include "format/engine/format.hpp"

namespace rapport::format {

base::Result<std::string> text_page(const view::Page& page, const Options& options);

}  // namespace rapport::format
