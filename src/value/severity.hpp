// How bad what was found is.
#pragma once

#include <cstdint>

namespace rapport::value {

enum class Severity : std::uint8_t { note, warning, error };

constexpr const char* name(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      break;
  }
  return "error";
}

}  // namespace rapport::value
