// A template of the office's own.
#pragma once

#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rapport::store {

/// `templates/<language>/<name>.md` of the repository; nothing when there is none. One that is
/// there and cannot be read fails: the shipped one must not be taken for it. No link is followed.
base::Result<std::optional<std::string>> read_template(const std::string& root,
                                                       const std::string& language,
                                                       const std::string& name);

}  // namespace rapport::store
