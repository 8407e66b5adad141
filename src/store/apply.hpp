// The one way to write in a repository: under its lock, whole, and never over what was not read.
#pragma once

#include "base/files.hpp"
#include "base/result.hpp"
#include "store/lock.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace rapport::store {

/// A file of the repository as it was read, and as it shall be.
struct FileEdit {
  std::string path;                        // relative to the root
  std::optional<std::string_view> before;  // nothing: a new file, with the folders it lies in
  std::optional<std::string_view> after;   // nothing: the file is removed
};

/// Refuses a new file where one is already. Of another one that does not hold `before` any more it
/// fails as changed meanwhile, and leaves it as it is. The lock has been held since the file was
/// read: no other command of ours has written since.
base::Done apply(const Lock& lock, const FileEdit& edit);

/// All of them or none. Killed in between, the next command that takes the lock finishes or undoes
/// them (store/recover.hpp).
base::Done apply(const Lock& lock, std::span<const FileEdit> edits);

/// The manifest, which is new, and then the documents it records, so that a document never lies
/// where no manifest says so. When none can be put in place the manifest goes too; killed in
/// between it stays, and its number is spent.
base::Done issue(const Lock& lock, const FileEdit& manifest, base::PreparedFiles& documents);

}  // namespace rapport::store
