// Memory for what is read: one arena a thread, given out in order and never taken back, because
// the process ends as soon as its answer is out.
#pragma once

#include <cstddef>
#include <cstring>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>

namespace rapport::base {

class Arena {
 public:
  Arena() = default;
  /// Begins with memory of the caller's, which outlives what is read. No more is asked for while
  /// that is enough.
  explicit Arena(std::span<char> room) : chunk_(room.data()), capacity_(room.size()) {}
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  /// `size` bytes, not initialised; never null (throws std::bad_alloc).
  void* bytes(std::size_t size, std::size_t alignment) {
    std::size_t start = (used_ + alignment - 1) & ~(alignment - 1);
    if (start + size > capacity_) {
      grow(size + alignment);
      start = (used_ + alignment - 1) & ~(alignment - 1);
    }
    used_ = start + size;
    return chunk_ + start;
  }

  /// `count` values, all zero: for every type on the read path that means absent.
  template <class T>
  std::span<T> take(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T>, "nothing in an arena is destroyed");
    if (count == 0) return {};
    void* at = bytes(sizeof(T) * count, alignof(T));
    std::memset(at, 0, sizeof(T) * count);
    return {static_cast<T*>(at), count};
  }

  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    char* at = static_cast<char*>(bytes(text.size(), 1));
    std::memcpy(at, text.data(), text.size());
    return {at, text.size()};
  }

  /// Gives back the tail of the last request, when less was needed than was asked for.
  void shrink(std::size_t unused) { used_ -= unused; }

 private:
  static constexpr std::size_t chunk_size = std::size_t{4} << 20;

  void grow(std::size_t at_least) {
    capacity_ = at_least > chunk_size ? at_least : chunk_size;
    chunk_ = static_cast<char*>(::operator new (capacity_, std::align_val_t{64}));
    used_ = 0;
  }

  char* chunk_ = nullptr;
  std::size_t used_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace rapport::base
