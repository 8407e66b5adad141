// A template as it was found, and what is wrong with one.
#pragma once

#include "base/limits.hpp"
#include "base/result.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::templates {

/// Of sections in sections, partials in partials, filters of a tag, and of quotes and lists in one
/// another. Whoever reads or writes them may go down by recursion.
inline constexpr std::size_t depth_limit = base::limits::template_depth;

/// After so many mistakes no more are looked for.
inline constexpr std::size_t problem_limit = base::limits::template_problems;

struct Source {
  std::string path = {};  // as messages name it
  std::string text = {};
};

/// The template of this name (a file's stem, such as `letterhead`), or null.
using Find = std::function<const Source*(std::string_view name)>;

struct Problem {
  std::string path = {};
  std::size_t line = 0;  // lines and columns count from 1, columns in code points
  std::size_t column = 0;
  std::string message = {};
  std::string hint = {};
};

/// One failure that tells all problems, a line each, in the order they stand.
base::Failure failure(std::vector<Problem> problems);

}  // namespace rapport::templates
