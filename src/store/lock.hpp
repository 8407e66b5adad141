// One writer at a time in a repository.
#pragma once

#include "base/descriptor.hpp"
#include "base/result.hpp"

#include <chrono>
#include <string>

namespace rapport::store {

/// A lock of the kernel's on `.rapport/lock`, gone with its scope and with the process. The file is
/// never removed, since two could then hold it, and git ignores it. Editors know nothing of it.
class Lock {
 public:
  /// Waits for whoever has it; after `patience` it fails as busy.
  static base::Result<Lock> take(const std::string& root,
                                 std::chrono::milliseconds patience = std::chrono::seconds(5));

  /// Somebody has it now. Takes nothing, and makes no file.
  static bool is_taken(const std::string& root);

  /// False where the file system has no locks: then nobody is kept out.
  bool is_held() const { return is_held_; }
  const std::string& root() const { return root_; }

 private:
  Lock(std::string root, base::Descriptor file, bool is_held)
      : root_(std::move(root)), file_(std::move(file)), is_held_(is_held) {}

  std::string root_;
  base::Descriptor file_;
  bool is_held_;
};

}  // namespace rapport::store
