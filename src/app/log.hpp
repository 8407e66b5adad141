// Who changed which field of a record when, from the commits of git.
#pragma once

#include "app/output.hpp"
#include "value/date.hpp"

#include <string>
#include <vector>

namespace rapport::app {

struct LogRequest {
  std::string from = "HEAD";              // the commit whose history it is
  std::vector<std::string> records = {};  // ids or paths; none: all
  std::string directory = {};             // where paths are named from; empty: here
  std::string field = {};                 // empty: all
  value::Date since = {};
  value::Date until = {};
  unsigned most_commits = 0;  // 0: all
};

/// The basis is of what is printed to the office alone.
base::Result<Output> log(Basis basis, const LogRequest& request);

}  // namespace rapport::app
