// Digests: what a manifest or a clearance says about bytes, to find out later whether they
// are still the same.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rapport::base {

/// `size` bytes of BLAKE2b (16 to 64) of `bytes`, in lower case hexadecimal.
std::string blake2b(std::string_view bytes, std::size_t size);

inline std::string blake2b_256(std::string_view bytes) { return blake2b(bytes, 32); }

}  // namespace rapport::base
