#include "rules/engine/words.hpp"

#include <algorithm>

namespace rapport::rules::words {
namespace {

constexpr std::uint32_t packed(std::string_view word) {
  std::uint32_t value = 0;
  for (const char c : word)
    value = value << 8 | static_cast<std::uint32_t>(static_cast<unsigned char>(c) | 0x20);
  return value;
}

constexpr std::uint32_t particles[] = {
    packed("a"),   packed("abu"), packed("al"),  packed("an"),  packed("and"), packed("at"),
    packed("bin"), packed("da"),  packed("das"), packed("de"),  packed("del"), packed("den"),
    packed("der"), packed("di"),  packed("do"),  packed("dos"), packed("du"),  packed("e"),
    packed("el"),  packed("et"),  packed("for"), packed("in"),  packed("la"),  packed("las"),
    packed("le"),  packed("les"), packed("lo"),  packed("los"), packed("of"),  packed("on"),
    packed("the"), packed("to"),  packed("van"), packed("von"), packed("y"),
};

}  // namespace

bool is_particle(std::string_view word) {
  if (word.size() > 3) return false;
  return std::ranges::find(particles, packed(word)) != std::end(particles);
}

}  // namespace rapport::rules::words
