// The files of a repository as texts in memory: those of a revision, of what is staged, or of
// records with changes on top.
#pragma once

#include "base/arena.hpp"
#include "base/result.hpp"
#include "store/read.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace rapport::store {

struct TextFile {
  std::string_view path;  // relative to the root, with '/'
  std::string_view text;
};

struct Texts {
  std::vector<TextFile> files;             // in no order; of a path one at most
  std::vector<PathTrouble> troubles = {};  // what is there and could not be read as text
  /// Holds what the views point at, where nothing else does.
  std::shared_ptr<base::Arena> memory = std::make_shared<base::Arena>();
};

/// Reads `rapport.yaml`, partners/ and engagements/ among `texts`, as the same function does of a
/// directory. Other files are passed over. What is read points into the texts, and stays until the
/// process ends.
base::Result<Reading> read(const Texts& texts, const value::Codes& codes, ReadOptions options = {});

/// The office's own rows among `texts`, sorted by path.
std::vector<const value::Source*> read_reference(const Texts& texts,
                                                 std::vector<PathTrouble>& troubles);

}  // namespace rapport::store
