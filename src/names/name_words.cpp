#include "names/name_words.hpp"

#include "names/common_words.hpp"

namespace rapport::names {
namespace {

bool is_common_at(const ScanText& name, std::size_t at) { return is_common_word(name.text(at)); }

}  // namespace

NameWords::NameWords(const ScanText& name) {
  take(name, false);
  if (count_ < 2) {
    NameWords all = *this;
    all.count_ = 0;
    all.take(name, true);
    all.with_particles_ = all.count_ > count_;
    if (all.count_ > 1) *this = all;
  }
  is_common_ = count_ != 0;
  for (std::size_t i = 0; i < count_; ++i) is_common_ = is_common_ && is_common_at(name, at_[i]);
}

/// Of what an apostrophe ties the last word stands for all.
void NameWords::take(const ScanText& name, bool all) {
  for (std::size_t at = 0; at < name.size() && count_ < most; ++at) {
    const bool is_tied = at + 1 < name.size() && name[at + 1].gap == Gap::apostrophe;
    if (all || (!is_tied && !name[at].is_particle)) at_[count_++] = at;
  }
}

bool is_no_pair(const ScanText& name, std::size_t one, std::size_t other) {
  if (name[one].is_letter && name[other].is_letter) return true;  // "A. B." is said of annexes too
  return is_common_at(name, one) && is_common_at(name, other);
}

bool is_and(std::string_view word) {
  return word == "and" || word == "et" || word == "y" || word == "e";
}

Between between(const ScanText& name, std::size_t one, std::size_t other) {
  Between signs;
  std::size_t edges = 0;
  for (std::size_t at = one + 1; at <= other; ++at) {
    if (at < other && is_and(name.text(at))) signs.is_and = true;
    if (name[at].gap == Gap::edge) ++edges;
  }
  signs.is_edge = edges == 1;
  return signs;
}

}  // namespace rapport::names
