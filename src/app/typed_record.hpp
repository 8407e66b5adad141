// What a user may type for a record whose file may be gone: its id, or the file it was.
#pragma once

#include <string>
#include <string_view>

namespace rapport::app {

/// The id, or the path of another file from the root. A file is named from `directory` (empty: the
/// working directory), else from the root.
std::string typed_record(const std::string& root, const std::string& directory,
                         std::string_view typed);

}  // namespace rapport::app
