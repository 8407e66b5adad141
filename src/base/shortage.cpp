#include "base/shortage.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>
#include <utility>

namespace rapport::base {
namespace {

constexpr const char* more_files = "allow more open files: ulimit -n 1024";

}  // namespace

bool is_shortage(int error) { return error == EMFILE || error == ENFILE || error == ENOMEM; }

Failure shortage(std::string_view what, int error) {
  return {Failing::environment, fmt::format("cannot {}: {}", what, std::strerror(error)),
          error == EMFILE ? more_files : "end other programs, or try again later"};
}

Result<unsigned> allow_open_files(unsigned least) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return least;  // then opening will tell
  if (limit.rlim_cur < limit.rlim_max) {
    const rlim_t before = std::exchange(limit.rlim_cur, limit.rlim_max);
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0) limit.rlim_cur = before;
  }
  if (limit.rlim_cur < least)
    return Failure{Failing::environment,
                   fmt::format("{} files may be open at once, and reading takes up to {}",
                               limit.rlim_cur, least),
                   more_files};
  constexpr rlim_t most = std::numeric_limits<unsigned>::max();
  return static_cast<unsigned>(std::min(limit.rlim_cur, most));
}

}  // namespace rapport::base
