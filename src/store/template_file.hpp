// A template of the office's own.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rapport::store {

/// `templates/<file>` of the repository, as "en/letter.md"; nothing when there is none, or when it
/// is a link, no regular file or too large.
std::optional<std::string> read_template(const std::string& root, std::string_view file);

}  // namespace rapport::store
