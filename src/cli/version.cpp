#include "cli/version.hpp"

namespace rapport::cli {

std::string_view version() { return RAPPORT_VERSION; }  // set by CMake from project(... VERSION)

std::string_view manual_date() { return "2026-11-24"; }  // the day this version was described

std::string version_line() { return "rapport " + std::string(version()) + "\n"; }

}  // namespace rapport::cli
