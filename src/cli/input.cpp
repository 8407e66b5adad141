#include "cli/input.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace rapport::cli {

using base::Failing;
using base::Failure;

namespace {

/// Of an input that is longer than `limit` bytes more than that, and not all.
base::Result<std::string> read_beyond(std::size_t limit) {
  std::string text;
  std::array<char, 65536> part;
  while (text.size() <= limit) {
    const ssize_t count = ::read(STDIN_FILENO, part.data(), part.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0)
      return Failure{Failing::environment,
                     fmt::format("standard input cannot be read: {}", std::strerror(errno))};
    if (count == 0) break;
    text.append(part.data(), static_cast<std::size_t>(count));
  }
  return text;
}

}  // namespace

base::Result<std::string> read_standard_input(std::size_t limit) {
  auto text = read_beyond(limit);
  if (text && text->size() > limit) return Failure{Failing::environment, "the input is too large"};
  return text;
}

base::Result<std::string> read_input() {
  auto read = read_beyond(base::limits::file);
  if (!read) return read;
  if (read->size() > base::limits::file)
    return Failure{Failing::usage, "standard input is longer than a record may be",
                   fmt::format("at most {} KiB", base::limits::file / 1024)};
  std::string text = std::move(*read);
  if (!base::is_utf8(text)) return Failure{Failing::usage, "standard input is not UTF-8"};
  text = base::replace_all(text, "\r\n", "\n");
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

bool input_is_terminal() { return ::isatty(STDIN_FILENO) == 1; }

}  // namespace rapport::cli
