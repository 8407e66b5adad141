// A text that is written in the user's editor, in a file that nobody else can read.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace rapport::cli {

class Session;

/// About the record `id`. The file is in the repository's own folder, and is removed.
base::Result<std::string> text_from_editor(Session& session, std::string_view id);

}  // namespace rapport::cli
