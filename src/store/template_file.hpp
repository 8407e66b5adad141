// A template of the office's own.
#pragma once

#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::store {

/// `templates/<language>/<name>.md` of the repository; nothing when there is none. One that is
/// there and cannot be read fails: the shipped one must not be taken for it. No link is followed.
base::Result<std::optional<std::string>> read_template(const std::string& root,
                                                       const std::string& language,
                                                       const std::string& name);

/// Every template of the office's own that can be read: its path from the root, and its text.
std::vector<std::pair<std::string, std::string>> own_templates(const std::string& root);

/// The folders of `templates/`, sorted; none when it cannot be read.
std::vector<std::string> template_languages(const std::string& root);

}  // namespace rapport::store
