// Puts blocks where their layout comments say.
#pragma once

#include "view/page.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace rapport::templates {

class Layout {
 public:
  enum class Word { letterhead, address, signature, page, keep };

  /// The word of `<!-- word -->`, or none.
  static std::optional<Word> read(std::string_view comment);

  /// A comment stands at `offset`. False when another one still waits for its block.
  bool take(Word word, std::size_t offset);

  /// The next block of the document.
  void take(view::Block block);

  /// The place of a comment that has no block below it.
  std::optional<std::size_t> waiting() const;

  view::Blocks blocks;

 private:
  void add(view::Block block);

  std::optional<Word> word_;
  std::size_t offset_ = 0;
  bool joins_next_ = false;  // the last block keeps the next one
};

}  // namespace rapport::templates
