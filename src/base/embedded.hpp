// A file of data/ that was compiled into the program, so that the program runs from anywhere.
#pragma once

#include <string_view>

namespace rapport::base {

struct Embedded {
  std::string_view name;  // relative to its folder of data/, with '/'
  std::string_view text;
};

}  // namespace rapport::base
