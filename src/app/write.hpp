// The one way in which a command changes records: looked at by the rules first, then written whole,
// or shown.
#pragma once

#include "app/output.hpp"
#include "app/preview.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace rapport::store {
class Lock;
}

namespace rapport::app {

/// Where an error that is new keeps a change from being written. Who withdraws consent is never
/// refused because a letter still names them: elsewhere it is then to be looked at.
enum class Refusing : std::uint8_t { anywhere, in_changed_files };

struct WriteRequest {
  Occasion occasion;
  model::Edit edit;
  Refusing refusing = Refusing::anywhere;
  std::vector<std::string> lines = {};  // what is done by it, in words
};

/// Nothing is written when the rules would report an error that they did not report before. The
/// output is what was done, or without a lock what would be. The records were read under `lock`.
base::Result<Output> write(const Snapshot& snapshot, const store::Lock* lock,
                           const WriteRequest& request);

/// The same of a preview that was looked at already.
base::Result<Output> write(const Preview& preview, const store::Lock* lock,
                           const WriteRequest& request);

/// Fails when the rules would report an error that they did not report before; anything else that
/// is new becomes a note.
base::Done check_findings(const Preview& preview, Refusing refusing, std::vector<Note>& notes);

/// The lines that differ, file by file.
std::string difference(std::span<const store::FileEdit> files);

}  // namespace rapport::app
