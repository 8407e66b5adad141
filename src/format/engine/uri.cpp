#include "format/engine/uri.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace rapport::format {

std::string relative_uri(std::string_view path) {
  std::string out;
  for (const char c : path) {
    const bool is_plain = base::is_digit(c) || base::is_lower(c) || base::is_upper(c) ||
                          std::string_view("-._~/").find(c) != std::string_view::npos;
    if (is_plain)
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace rapport::format
