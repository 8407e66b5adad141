// A tree as one line, for tests: {key: "text", list: ["item"]}, with ~ for an empty value.
#pragma once

#include "yaml/tree.hpp"

#include <string>
#include <string_view>

namespace rapport::yaml::testing {

struct Reading {
  Parsed parsed;
  std::string tree;  // empty after an error
};

Reading read(std::string_view text);

/// "problem line:column length", or "" when there is none.
std::string fault(std::string_view text);
std::string describe(std::string_view text, const Fault& fault);
std::string_view problem_name(Problem problem);

}  // namespace rapport::yaml::testing
