// Records made from a seed: every construct of the definition, with the tree that was meant.
#pragma once

#include <cstdint>
#include <string>

namespace rapport::oracle {

struct Generated {
  std::string text;
  std::string form;  // as in oracle.hpp
};

Generated generate(std::uint64_t seed);

}  // namespace rapport::oracle
