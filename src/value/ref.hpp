// A reference to another record by its id.
#pragma once

#include "base/limits.hpp"

#include <cstdint>
#include <string_view>

namespace rapport::value {

inline constexpr std::size_t id_limit = base::limits::id;
bool is_id(std::string_view text);  // [a-z0-9][a-z0-9-]*, at most id_limit

/// 16 bytes; all zero means absent. Which record it means is filled in once all are read:
/// `target` is 1 + the record's index in the dataset, 0 while unresolved or dangling, and
/// `office` for the reserved ids `office` and `holder`.
class Ref {
 public:
  static constexpr std::uint32_t office = 0xffffffff;

  Ref() = default;
  Ref(std::string_view id, std::uint32_t offset)
      : data_(id.data()), offset_and_length_(offset << 8 | static_cast<std::uint32_t>(id.size())) {}

  explicit operator bool() const { return data_ != nullptr; }
  std::string_view id() const { return {data_, offset_and_length_ & 0xff}; }
  std::uint32_t offset() const { return offset_and_length_ >> 8; }
  std::uint32_t target() const { return target_; }
  void resolve(std::uint32_t target) { target_ = target; }
  bool is_office() const { return target_ == office; }

 private:
  const char* data_ = nullptr;
  std::uint32_t offset_and_length_ = 0;
  std::uint32_t target_ = 0;
};
static_assert(sizeof(Ref) == 16);

}  // namespace rapport::value
