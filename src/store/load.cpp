#include "store/load.hpp"

#include "base/descriptor.hpp"
#include "yaml/tree.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

namespace rapport::store {
namespace {

bool same_file(const struct stat& before, const struct stat& after) {
  return before.st_size == after.st_size && before.st_mtim.tv_sec == after.st_mtim.tv_sec &&
         before.st_mtim.tv_nsec == after.st_mtim.tv_nsec &&
         before.st_ctim.tv_sec == after.st_ctim.tv_sec &&
         before.st_ctim.tv_nsec == after.st_ctim.tv_nsec;
}

/// As many bytes as there are, up to `size`; less than none on an error.
ssize_t read_all(int file, char* at, std::size_t size) {
  std::size_t used = 0;
  while (used < size) {
    const ssize_t got = ::read(file, at + used, size - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return got;
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used + 1 == size) break;  // all that was announced: the last byte is there to be missed
  }
  return static_cast<ssize_t>(used);
}

}  // namespace

Loaded load(int directory, const char* name, base::Arena& arena) {
  constexpr int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
  base::Descriptor file(::openat(directory, name, flags));
  if (!file) return {{}, errno == ELOOP ? Trouble::link : Trouble::unreadable, errno};
  struct stat before {};
  if (::fstat(file.number(), &before) != 0) return {{}, Trouble::unreadable, errno};
  if (!S_ISREG(before.st_mode)) return {{}, Trouble::not_regular, 0};
  const auto size = static_cast<std::size_t>(before.st_size);
  if (size > yaml::size_limit) return {{}, Trouble::too_large, 0};
  // One byte more is asked for, so that a file that has grown is noticed.
  char* at = static_cast<char*>(arena.bytes(size + 1, 1));
  const ssize_t got = read_all(file.number(), at, size + 1);
  if (got < 0) return {{}, Trouble::unreadable, errno};
  arena.shrink(1);
  struct stat after {};
  if (::fstat(file.number(), &after) != 0) return {{}, Trouble::unreadable, errno};
  if (static_cast<std::size_t>(got) != size || !same_file(before, after))
    return {{}, Trouble::changed, 0};
  return {{at, size}, before.st_nlink > 1 ? Trouble::hard_link : Trouble::none, 0};
}

}  // namespace rapport::store
