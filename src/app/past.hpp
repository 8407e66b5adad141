// The records as they were in a commit, or at the end of a day.
#pragma once

#include "app/snapshot.hpp"
#include "base/result.hpp"

#include <memory>
#include <string>

namespace rapport::app {

struct Past {
  std::string commit;  // the first characters of its hash
  std::string day;     // it was committed on
  std::shared_ptr<const store::Texts> texts;
};

/// `typed` is what git takes for a commit, or a date.
base::Result<Past> read_past(const std::string& root, const std::string& typed);

std::shared_ptr<const Reference> read_reference(const std::string& root, const Past& past);
base::Result<std::shared_ptr<const Snapshot>> read_records(
    const Past& past, std::shared_ptr<const Reference> reference, unsigned threads);

}  // namespace rapport::app
