// Which words are of some set, for passing over the many that are not: a bit for each, by its hash.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rapport::names {

class WordFilter {
 public:
  WordFilter() = default;
  explicit WordFilter(std::span<const std::uint64_t> words) {
    std::size_t bits = 1024;
    while (bits < words.size() * 16) bits *= 2;
    seen_.assign(bits / 64, 0);
    for (const std::uint64_t word : words)
      seen_[word & (seen_.size() - 1)] |= std::uint64_t{1} << (word >> 58);
  }

  bool empty() const { return seen_.empty(); }
  /// Seldom wrong when it says so. Not for an empty one.
  bool may_have(std::uint64_t word) const {
    return (seen_[word & (seen_.size() - 1)] >> (word >> 58) & 1U) != 0;
  }

 private:
  std::vector<std::uint64_t> seen_;
};

}  // namespace rapport::names
