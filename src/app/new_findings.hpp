// Which findings come from a change, and which were there before it.
#pragma once

#include "app/occasion.hpp"
#include "base/result.hpp"
#include "store/texts.hpp"
#include "value/finding.hpp"

#include <cstddef>
#include <vector>

namespace rapport::app {

class Snapshot;

/// Keeps what is found in files that differ from those of `before`, and what was not found there in
/// the others. How many are left out.
base::Result<std::size_t> keep_new(std::vector<value::Finding>& findings, const Snapshot& now,
                                   const store::Texts& before, const Occasion& occasion);

}  // namespace rapport::app
