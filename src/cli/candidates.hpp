// What completion offers for a command line as far as it is typed.
#pragma once

#include "base/result.hpp"
#include "cli/offered.hpp"
#include "cli/typed.hpp"

namespace rapport::cli {

/// What may stand in the place of the last word, with what stands in it before; by the words that
/// begin with what is typed of it.
base::Result<Candidates> candidates(const Typed& typed, Session& session);

}  // namespace rapport::cli
