#include "cli/typed_input.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace rapport::cli {

base::Result<std::string> read_standard_input(std::size_t limit) {
  std::string input;
  std::array<char, 4096> part{};
  while (input.size() <= limit) {
    const ssize_t got = ::read(STDIN_FILENO, part.data(), part.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0)
      return base::Failure{base::Failing::environment,
                           fmt::format("cannot read the input: {}", std::strerror(errno))};
    if (got == 0) return input;
    input.append(part.data(), static_cast<std::size_t>(got));
  }
  return base::Failure{base::Failing::environment, "the input is too large"};
}

}  // namespace rapport::cli
