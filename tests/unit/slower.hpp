// How much less a test of many or long texts does where sanitizers make each step slow: they look
// for what goes wrong in one, and the build without them for how many there may be.
#pragma once

#include <cstddef>

namespace rapport::tests {

#ifdef RAPPORT_SANITIZED
inline constexpr std::size_t slower = 4;
#else
inline constexpr std::size_t slower = 1;
#endif

}  // namespace rapport::tests
