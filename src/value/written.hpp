// Text as a record writes it, for those who propose a text to paste.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::value {

/// In double quotes.
std::string in_quotes(std::string_view text);
/// An item of a list in brackets, in quotes where it needs them.
std::string as_item(std::string_view text);

/// The block that a key is in, as it is written. Without keys where the text cannot be read.
struct WrittenBlock {
  std::vector<std::string_view> keys;
  bool is_plain = false;  // the value of the key is a text without quotes, from `offset` on
  std::uint32_t offset = 0;
  std::uint32_t length = 0;

  bool has(std::string_view key) const;
};

WrittenBlock block_around(std::string_view text, std::uint32_t key_offset);

}  // namespace rapport::value
