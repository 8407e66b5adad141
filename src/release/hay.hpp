// The words of an output, for finding names in them: which of them could be parts of one name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapport::release {

struct HayWord {
  std::string_view text;
  bool joined = false;       // with the word before it, as the parts of a name are
  bool is_particle = false;  // de, van, al ...
};

class Hay {
 public:
  explicit Hay(std::string_view bytes);
  Hay(const Hay&) = delete;
  Hay& operator=(const Hay&) = delete;

  std::string_view folded() const { return folded_; }
  const std::vector<HayWord>& words() const { return words_; }
  /// The word before the part in quotes or brackets that ends right before this one; `none` where
  /// there is no such part.
  std::size_t before_aside(std::size_t at) const;
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// What stands right in front of a word; NUL at the beginning.
  char before(const HayWord& word) const {
    const auto at = word.text.data() - folded_.data();
    return at == 0 ? '\0' : folded_[static_cast<std::size_t>(at) - 1];
  }

 private:
  std::string folded_;
  std::vector<HayWord> words_;
};

}  // namespace rapport::release
