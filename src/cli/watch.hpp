// Doing something again whenever the repository changes.
#pragma once

#include "base/result.hpp"
#include "cli/command.hpp"

#include <functional>

namespace rapport::cli {

class Session;

/// Runs `once` in a process of its own, so that nothing of a run stays, and again after each change
/// below the root; on a terminal that is cleared before. Ends with `q`, a signal to end, or when no
/// one reads any more. `once` gets a session of its own.
base::Result<Exit> watch(Session& session, const std::function<base::Result<Exit>(Session&)>& once);

}  // namespace rapport::cli
