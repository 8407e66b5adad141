// The term at the end of a query that is still being typed, for completion.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rapport::cli {

struct OpenTerm {
  std::string list = {};  // "support." inside of `support:(`, "a.b." inside of two
  std::string name = {};  // of the field; empty while its colon is not typed
  std::size_t start = 0;  // where what is to be completed begins
};

OpenTerm open_term(std::string_view query);

}  // namespace rapport::cli
