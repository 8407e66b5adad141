// A record that is in another file than before, because it moved to another folder or got another
// id, is still the same record.
#pragma once

#include "app/record_changes.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace rapport::app {

/// A file before and after. One that is new has no text before, and one that is gone none after.
struct FilePair {
  FileVersion before;
  FileVersion after;
};

/// For each file that was added, the number of the one that is gone and is the same record: it has
/// its id, its text, or most of its lines.
std::vector<std::optional<std::size_t>> match_moved(std::span<const FileVersion> gone,
                                                    std::span<const FileVersion> added);

/// Those that were added, with what they were, and those that are gone.
std::vector<FilePair> pair_files(std::vector<FileVersion> gone, std::vector<FileVersion> added);

}  // namespace rapport::app
