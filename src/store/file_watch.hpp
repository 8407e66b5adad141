// Whether something below a directory changed, as the system says; where it does not, by looking.
#pragma once

#include "base/descriptor.hpp"

#include <cstdint>
#include <string>

namespace rapport::store {

/// Looks itself (`polling`) where the system cannot tell, or not of so many directories.
class FileWatch {
 public:
  enum class Method { system, polling };
  explicit FileWatch(std::string root, Method method = Method::system);

  /// Readable when there may be a change; negative: look every `interval` milliseconds.
  int file() const { return events_.number(); }
  static constexpr int interval = 1000;

  /// Something changed since the last call. What git and our lock write is none of it.
  bool has_changed();

 private:
  bool watch_all();
  bool drain();
  std::uint64_t look() const;

  std::string root_;
  base::Descriptor events_;
  std::uint64_t looked_ = 0;
};

}  // namespace rapport::store
