// Repositories of any size for the benchmark: the same number gives the same bytes.
#pragma once

#include <cstddef>
#include <string>

namespace bench {

/// One record in so many has one fault.
inline constexpr std::size_t fault_every = 1000;

enum class Faults { none, some };

/// Writes `rapport.yaml` and `count` records of about 1 kB below `root`, which is made.
void generate(const std::string& root, std::size_t count, Faults faults);

}  // namespace bench
