#include "reference/shipped.hpp"

#include <algorithm>
#include <cassert>

namespace rapport::reference {

std::string_view shipped(std::string_view stem) {
  const auto files = shipped_files();
  const auto found = std::ranges::find_if(files, [&](const base::Embedded& file) {
    return file.name.substr(0, file.name.rfind('.')) == stem;
  });
  assert(found != files.end());
  return found == files.end() ? std::string_view{} : found->text;
}

}  // namespace rapport::reference
