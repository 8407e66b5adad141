// What `validate` was asked about: files, folders and ids, as paths from the repository's root.
#pragma once

#include "base/result.hpp"
#include "store/texts.hpp"
#include "value/trouble.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::app {

class Snapshot;

struct ValidateScope {
  bool everything = true;
  std::vector<std::string_view> paths = {};  // parts of what was read
};

/// `directory` is where relative names begin; empty: here. Usage when one of them is nothing there
/// is. A folder may hold nothing that was found. Of `files` those are in the scope that it names.
base::Result<ValidateScope> resolve_scope(const Snapshot& snapshot, const std::string& directory,
                                          std::span<const std::string> named,
                                          std::span<const value::FoundFault> faults,
                                          std::span<const value::PathTrouble> troubles,
                                          std::span<const store::TextFile> files = {});

}  // namespace rapport::app
