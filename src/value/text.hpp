// Free text as it stands in a record: a view of the file's own bytes that knows its place.
#pragma once

#include "base/arena.hpp"
#include "yaml/tree.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace rapport::value {

/// Where the text of a record was read. Only in the record's own file does its offset lead to it.
enum class Origin : std::uint8_t {
  file,       // the record's own
  case_,      // that of the case which a draft letter takes it from
  reference,  // a row of the reference data
};

/// 16 bytes; all zero means absent. `raw` includes quotes or a block header; escapes and block
/// text are decoded only when asked for. The file's text must outlive it.
class Text {
 public:
  Text() = default;
  Text(std::string_view raw, yaml::Style style, std::uint32_t offset, Origin origin = Origin::file)
      : data_(raw.data()),
        length_(static_cast<std::uint32_t>(raw.size())),
        bits_(offset << 8 | static_cast<std::uint32_t>(origin) << origin_shift |
              static_cast<std::uint32_t>(style)) {}

  explicit operator bool() const { return data_ != nullptr; }
  std::string_view raw() const { return {data_, length_}; }
  yaml::Style style() const { return static_cast<yaml::Style>(bits_ & style_mask); }
  Origin origin() const { return static_cast<Origin>(bits_ >> origin_shift & origin_mask); }
  bool is_in_own_file() const { return origin() == Origin::file; }
  std::uint32_t offset() const { return bits_ >> 8; }
  std::uint32_t length() const { return length_; }

  /// The same text of another record, which took it from there.
  Text taken_from(Origin origin) const { return Text(raw(), style(), offset(), origin); }

  /// What the text says; empty when absent.
  std::string_view view(base::Arena& arena) const;
  std::string str() const;

 private:
  static constexpr std::uint32_t style_mask = 0x3f;
  static constexpr unsigned origin_shift = 6;
  static constexpr std::uint32_t origin_mask = 3;

  const char* data_ = nullptr;
  std::uint32_t length_ = 0;
  std::uint32_t bits_ = 0;  // from the highest: offset 24, origin 2, style 6
};
static_assert(sizeof(Text) == 16 && std::is_trivially_copyable_v<Text>);

}  // namespace rapport::value
