// Writing a record that was not there.
#pragma once

#include "app/assignment.hpp"
#include "app/occasion.hpp"
#include "app/output.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::store {
class Lock;
}

namespace rapport::app {

struct CreateRequest {
  Occasion occasion;
  std::string path;
  std::string text;
  std::vector<Assignment> typed = {};  // what made it, for what is wrong with it
};

/// Fails where the record would be an error. The output is its path; without a lock it only shows
/// what would be written.
base::Result<Output> create_record(const Snapshot& snapshot, const store::Lock* lock,
                                   const CreateRequest& request);

/// What a file that is to be filled in would add to the repository.
std::string added_lines(const std::string& path, std::string_view text);

}  // namespace rapport::app
