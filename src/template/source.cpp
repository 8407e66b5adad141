#include "template/source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace rapport::templates {

base::Failure failure(std::vector<Problem> problems) {
  std::ranges::stable_sort(problems, {}, [](const Problem& problem) {
    return std::tie(problem.path, problem.line, problem.column, problem.message);
  });
  std::string what;
  std::string hint;
  std::string last;
  for (const auto& problem : problems) {
    std::string line =
        fmt::format("{}:{}:{}: {}", problem.path, problem.line, problem.column, problem.message);
    if (line == last) continue;  // the same tag, met again in a loop
    if (!what.empty()) what += "\n";
    what += line;
    last = std::move(line);
    if (hint.empty()) hint = problem.hint;
  }
  return {.kind = base::Failing::data, .what = std::move(what), .hint = std::move(hint)};
}

}  // namespace rapport::templates
