// One file's bytes, whole and of one moment, straight into an arena.
#pragma once

#include "base/arena.hpp"
#include "store/read.hpp"

#include <string_view>

namespace rapport::store {

struct Loaded {
  std::string_view text;
  Trouble trouble = Trouble::none;  // of `hard_link` the text is there too
  int error = 0;
};

/// Opens `name` in `directory` without following a link, without waiting on a pipe; reads it at
/// once; then asks whether it is still the file that was opened. Files beyond yaml::size_limit are
/// not read.
Loaded load(int directory, const char* name, base::Arena& arena);

}  // namespace rapport::store
