// Which revision of the repository the records are at, and what would come into the next one.
#pragma once

#include "value/source.hpp"

#include <cstddef>
#include <span>
#include <string>

namespace rapport::store {

struct Revision {
  std::string commit = {};  // its full hash, when the files read are those of this commit
  /// Else why it is not known, in words that name nobody; empty too where git keeps no versions.
  std::string unknown = {};
  std::string detail = {};  // for the screen: what git said, or the first file that differs
};

/// Compares what was read, and the office's templates, with the last commit. Nothing that the
/// repository configures is run, so that no filter changes what is compared; a file with CRLF is
/// the same as one that git keeps with LF.
Revision find_revision(const std::string& root, std::span<const value::Source* const> read);

/// Whether `git add` would take this file of the repository in: it is in a work tree of git, and no
/// .gitignore names it. Also when git does not say.
bool would_be_added(const std::string& root, const std::string& path);

}  // namespace rapport::store
