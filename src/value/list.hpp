// Lists of values and blocks of fields, both kept in the arena of the thread that read them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace rapport::value {

/// 16 bytes; all zero means absent. `[]` is present and empty.
template <class T>
class List {
 public:
  List() = default;
  List(std::span<T> items, std::uint32_t offset)
      : items_(items.data()), count_(static_cast<std::uint32_t>(items.size())), offset_(offset) {}

  explicit operator bool() const { return offset_ != 0; }
  const T* begin() const { return items_; }
  const T* end() const { return items_ + count_; }
  T* begin() { return items_; }
  T* end() { return items_ + count_; }
  std::size_t size() const { return count_; }
  bool empty() const { return count_ == 0; }
  const T& operator[](std::size_t i) const { return items_[i]; }
  std::uint32_t offset() const { return offset_; }

 private:
  T* items_ = nullptr;
  std::uint32_t count_ = 0;
  std::uint32_t offset_ = 0;
};

/// A block of fields that a record has or has not. 8 bytes, for most records have few of the blocks
/// there are; all zero means absent.
template <class T>
class Block {
 public:
  /// What it points at: the fields, and where the block begins in the file.
  struct Body {
    T fields;
    std::uint32_t offset;
  };

  Block() = default;
  explicit Block(Body* body) : body_(body) {}

  explicit operator bool() const { return body_ != nullptr; }
  const T* operator->() const { return &body_->fields; }
  T* operator->() { return &body_->fields; }
  const T& operator*() const { return body_->fields; }
  T& operator*() { return body_->fields; }
  std::uint32_t offset() const { return body_ == nullptr ? 0 : body_->offset; }

 private:
  Body* body_ = nullptr;
};

}  // namespace rapport::value
