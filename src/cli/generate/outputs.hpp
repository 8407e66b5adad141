// Every file of the source tree that is made from declarations: committed, and compared by a test.
#pragma once

#include "base/result.hpp"
#include "cli/command.hpp"

#include <string>
#include <vector>

namespace rapport::cli {

struct GeneratedFile {
  std::string path;  // from the top of the source tree
  std::string bytes;
};

/// Sorted by path.
base::Result<std::vector<GeneratedFile>> generated(Commands commands);

}  // namespace rapport::cli
