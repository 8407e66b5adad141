// One file's bytes, whole and of one moment, straight into an arena.
#pragma once

#include "base/arena.hpp"
#include "store/read.hpp"

#include <sys/stat.h>

#include <string_view>

namespace rapport::store {

struct Loaded {
  std::string_view text;
  Trouble trouble = Trouble::none;  // of `hard_link` the text is there too
  int error = 0;
};

/// Reads a file that was as `before` when it was looked at, and looks at it again: `changed` when
/// it is not the same any more. At `at` there is room for one byte more than it had.
Trouble read_between(int file, const struct stat& before, char* at);

/// Opens `name` in `directory` without following a link, without waiting on a pipe; reads it at
/// once; then asks when it was changed last. Only what may have changed meanwhile is read again,
/// between two looks at it, since a second look at every file costs a tenth of its time. Files
/// beyond yaml::size_limit are not taken.
Loaded load(int directory, const char* name, base::Arena& arena);

}  // namespace rapport::store
