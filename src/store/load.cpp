#include "store/load.hpp"

#include "base/descriptor.hpp"
#include "yaml/tree.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <ctime>

namespace rapport::store {
namespace {

bool same_file(const struct stat& before, const struct stat& after) {
  return before.st_size == after.st_size && before.st_mtim.tv_sec == after.st_mtim.tv_sec &&
         before.st_mtim.tv_nsec == after.st_mtim.tv_nsec &&
         before.st_ctim.tv_sec == after.st_ctim.tv_sec &&
         before.st_ctim.tv_nsec == after.st_ctim.tv_nsec;
}

/// Nothing has changed it since a time somewhat before `start`, which need not be by the clock of
/// the machine that keeps the file.
bool is_older(const struct stat& file, const timespec& start) {
  constexpr time_t margin = 2;  // seconds
  return file.st_ctim.tv_sec < start.tv_sec - margin;
}

/// As many bytes as there are from the file's beginning, up to `size`; less than none on an error.
ssize_t read_all(int file, char* at, std::size_t size) {
  std::size_t used = 0;
  while (used < size) {
    const ssize_t got = ::pread(file, at + used, size - used, static_cast<off_t>(used));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return got;
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
  }
  return static_cast<ssize_t>(used);
}

}  // namespace

Trouble read_between(int file, const struct stat& before, char* at) {
  // One byte more is asked for, so that a file that has grown is noticed.
  const auto size = static_cast<std::size_t>(before.st_size);
  const ssize_t got = read_all(file, at, size + 1);
  struct stat after {};
  if (got < 0 || ::fstat(file, &after) != 0) return Trouble::unreadable;
  return static_cast<std::size_t>(got) == size && same_file(before, after) ? Trouble::none
                                                                           : Trouble::changed;
}

Loaded load(int directory, const char* name, base::Arena& arena) {
  constexpr int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
  timespec start{};
  ::clock_gettime(CLOCK_REALTIME_COARSE, &start);
  const base::Descriptor file(::openat(directory, name, flags));
  if (!file) return {{}, errno == ELOOP ? Trouble::link : Trouble::unreadable, errno};
  char* at = static_cast<char*>(arena.bytes(yaml::size_limit + 1, 1));
  const ssize_t got = ::read(file.number(), at, yaml::size_limit + 1);
  struct stat now {};
  Trouble trouble = Trouble::none;
  if (::fstat(file.number(), &now) != 0) return {{}, Trouble::unreadable, errno};
  const auto size = static_cast<std::size_t>(now.st_size);
  if (!S_ISREG(now.st_mode))
    trouble = Trouble::not_regular;
  else if (size > yaml::size_limit)
    trouble = Trouble::too_large;
  else if (got != now.st_size || !is_older(now, start))
    trouble = read_between(file.number(), now, at);
  if (trouble != Trouble::none) {
    const int why = trouble == Trouble::unreadable ? errno : 0;
    arena.shrink(yaml::size_limit + 1);
    return {{}, trouble, why};
  }
  arena.shrink(yaml::size_limit + 1 - size);
  return {{at, size}, now.st_nlink > 1 ? Trouble::hard_link : Trouble::none, 0};
}

}  // namespace rapport::store
