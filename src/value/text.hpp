// Free text as it stands in a record: a view of the file's own bytes that knows its place.
#pragma once

#include "base/arena.hpp"
#include "yaml/tree.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace rapport::value {

/// 16 bytes; all zero means absent. `raw` includes quotes or a block header; escapes and block
/// text are decoded only when asked for. The file's text must outlive it.
class Text {
 public:
  Text() = default;
  Text(std::string_view raw, yaml::Style style, std::uint32_t offset)
      : data_(raw.data()),
        length_(static_cast<std::uint32_t>(raw.size())),
        offset_and_style_(offset << 8 | static_cast<std::uint32_t>(style)) {}

  explicit operator bool() const { return data_ != nullptr; }
  std::string_view raw() const { return {data_, length_}; }
  yaml::Style style() const { return static_cast<yaml::Style>(offset_and_style_ & 0xff); }
  std::uint32_t offset() const { return offset_and_style_ >> 8; }
  std::uint32_t length() const { return length_; }

  /// What the text says; empty when absent.
  std::string_view view(base::Arena& arena) const;
  std::string str() const;

 private:
  const char* data_ = nullptr;
  std::uint32_t length_ = 0;
  std::uint32_t offset_and_style_ = 0;
};
static_assert(sizeof(Text) == 16);

}  // namespace rapport::value
