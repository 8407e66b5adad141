// `fmt`: records brought into their canonical form, or what that would change.
#pragma once

#include "app/occasion.hpp"
#include "app/output.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace rapport::store {
class Lock;
}

namespace rapport::app {

struct FormRequest {
  Occasion occasion;
  std::string directory;           // where relative names begin; empty: here
  std::vector<std::string> about;  // files, folders, ids; none: all
};

struct FormOutput {
  Output output;               // the paths that were changed, or the lines that would be
  std::size_t changed = 0;     // files
  std::size_t left_alone = 0;  // files that cannot be read, or not be written so without a loss
};

/// A file that cannot be read is left as it is and named in a note; all others are written, or none
/// of them. Without a lock the output is what would change. A record's values stay the same, so
/// that no rule has to look at it.
base::Result<FormOutput> write_canonical_form(std::shared_ptr<const Reference> reference,
                                              const store::Lock* lock, const FormRequest& request);

}  // namespace rapport::app
