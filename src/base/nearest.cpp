#include "base/nearest.hpp"

#include "base/unicode.hpp"

#include <algorithm>

namespace rapport::base {
namespace {

constexpr std::size_t longest = 64;  // a bit for each letter of the word; longer ones get no hint

void fold_into(std::u32string& out, std::string_view text) {
  out.clear();
  const auto add = [&out](char32_t point) { out += point == '_' || point == ' ' ? U'-' : point; };
  const bool ascii = std::ranges::all_of(text, [](char c) { return c >= 0; });
  if (ascii) {
    for (const char c : text) add(static_cast<char32_t>(c >= 'A' && c <= 'Z' ? c | 0x20 : c));
    return;
  }
  const std::string folded = fold(text);
  for (std::string_view rest = folded; !rest.empty();) add(next_code_point(rest));
}

std::size_t common_start(std::u32string_view left, std::u32string_view right) {
  const auto [end, other] = std::ranges::mismatch(left, right);
  return static_cast<std::size_t>(end - left.begin());
}

}  // namespace

Nearest::Nearest(std::string_view word) {
  fold_into(word_, word);
  allowed_ = word_.size() / 3;
  best_steps_ = allowed_ + 1;
  if (word_.size() > longest) return;
  for (std::size_t i = 0; i < word_.size(); ++i) {
    const char32_t letter = word_[i];
    const std::uint64_t place = std::uint64_t{1} << i;
    if (letter < ascii_.size()) {
      ascii_[letter] |= place;
    } else if (const auto row =
                   std::ranges::find(others_, letter, &std::pair<char32_t, std::uint64_t>::first);
               row != others_.end()) {
      row->second |= place;
    } else {
      others_.emplace_back(letter, place);
    }
  }
}

std::uint64_t Nearest::places_of(char32_t letter) const {
  if (letter < ascii_.size()) return ascii_[letter];
  for (const auto& [other, places] : others_)
    if (other == letter) return places;
  return 0;
}

// The optimal string alignment distance, a column of its table in a machine word at a time:
// H. Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances", 2003.
std::size_t Nearest::steps_to(std::u32string_view known) const {
  const std::uint64_t last = std::uint64_t{1} << (word_.size() - 1);
  std::uint64_t more = ~std::uint64_t{0}, less = 0, diagonal = 0, before = 0;
  std::size_t steps = word_.size();
  for (const char32_t letter : known) {
    const std::uint64_t here = places_of(letter);
    const std::uint64_t exchanged = ((~diagonal & here) << 1) & before;
    diagonal = ((((here & more) + more) ^ more) | here | less) | exchanged;
    std::uint64_t right_more = less | ~(diagonal | more);
    std::uint64_t right_less = diagonal & more;
    if (right_more & last) ++steps;
    if (right_less & last) --steps;
    right_more = (right_more << 1) | 1;
    right_less <<= 1;
    more = right_less | ~(diagonal | right_more);
    less = right_more & diagonal;
    before = here;
  }
  return steps;
}

void Nearest::offer(std::string_view known) {
  if (word_.empty() || word_.size() > longest || known.size() > 4 * longest) return;
  if (known.size() + allowed_ < word_.size()) return;  // bytes are never fewer than letters
  fold_into(known_, known);
  const std::size_t apart =
      known_.size() > word_.size() ? known_.size() - word_.size() : word_.size() - known_.size();
  if (apart > std::min(best_steps_, allowed_)) return;
  const std::size_t steps = steps_to(known_);
  if (steps > allowed_ || steps > best_steps_) return;
  const std::size_t common = common_start(word_, known_);
  if (steps == best_steps_ && common <= best_common_) return;
  best_steps_ = steps;
  best_common_ = common;
  best_ = known;
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> known) {
  Nearest search(word);
  for (const auto each : known) search.offer(each);
  return search.best();
}

}  // namespace rapport::base
