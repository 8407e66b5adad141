// One entry of a list that a folder is: commands, formats, rules, reports, computed
// fields. Its name is its file's stem, with '-' for '_'.
#pragma once

#include <string_view>

namespace rapport::base {

template <class Spec>
struct Registered {
  std::string_view name;
  const Spec* spec;

  const Spec* operator->() const { return spec; }
};

}  // namespace rapport::base
