// "Did you mean ...?": the known word that is closest to one that is not known.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::base {

/// Is offered the known words one by one. Compares without case, accents and the difference of
/// `-`, `_` and space; a letter more, less, other, or two exchanged count as one step. A word is
/// close within a third of its length (so two letters must be the same but for case); of two as
/// close, the one with the longer common beginning wins, then the first offered.
class Nearest {
 public:
  explicit Nearest(std::string_view word);

  /// `known` must live as long as `best` is asked for.
  void offer(std::string_view known);

  /// How many steps the closest word so far is away; more than is allowed when none was close.
  std::size_t steps() const { return best_steps_; }

  /// The closest word so far, as it was offered; empty when none was close.
  std::string_view best() const { return best_; }

 private:
  std::size_t steps_to(std::u32string_view known) const;
  std::uint64_t places_of(char32_t letter) const;

  std::u32string word_;
  std::array<std::uint64_t, 128> ascii_{};  // a bit for each place of a letter
  std::vector<std::pair<char32_t, std::uint64_t>> others_;
  std::size_t allowed_ = 0;
  std::size_t best_steps_;
  std::size_t best_common_ = 0;
  std::string_view best_;
  std::u32string known_;  // kept for its memory
};

std::string_view nearest(std::string_view word, std::span<const std::string_view> known);

}  // namespace rapport::base
