#include "store/lock.hpp"

#include "base/temporary.hpp"
#include "base/unicode.hpp"
#include "store/folder_mode.hpp"
#include "store/layout.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <string_view>
#include <thread>

namespace rapport::store {
namespace {

using base::Descriptor;
using base::Failing;
using base::Failure;
using Clock = std::chrono::steady_clock;

constexpr const char* lock_file = "lock";

/// Its own .gitignore keeps the folder out of every commit.
void ignore(int folder, mode_t mode) {
  constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  const Descriptor file(::openat(folder, ".gitignore", flags, mode & 0666));
  if (!file) return;
  constexpr std::string_view everything = "*\n";
  if (::write(file.number(), everything.data(), everything.size()) < 0)
    ::unlinkat(folder, ".gitignore", 0);
}

base::Result<Descriptor> open_own_folder(const std::string& root) {
  constexpr int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
  const std::string name(own_folder);
  const Descriptor top(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!top) return base::failed("open", root, errno);
  // Whoever may read or write in the repository may do so here, whatever the umask of who came
  // first, and whatever their own group where its folders hand theirs on.
  const mode_t mode = mode_like(top.number(), 0700);
  const bool is_new = ::mkdirat(top.number(), name.c_str(), 0700) == 0;
  if (!is_new && errno != EEXIST) return base::failed("create", root + "/" + name, errno);
  Descriptor folder(::openat(top.number(), name.c_str(), flags));
  if (!folder && (errno == ELOOP || errno == ENOTDIR))
    return Failure{Failing::refused,
                   fmt::format("'{}' is not a directory", base::printable(root + "/" + name)),
                   "rapport keeps its lock there: move it away"};
  if (!folder) return base::failed("open", root + "/" + name, errno);
  if (is_new && ::fchmod(folder.number(), mode) != 0)
    return base::failed("create", root + "/" + name, errno);
  ignore(folder.number(), mode);
  return folder;
}

base::Result<Descriptor> open_file(const std::string& root, int folder) {
  constexpr int flags = O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  const mode_t mode = mode_like(folder, 0600) & 0666;
  Descriptor file(::openat(folder, lock_file, O_RDWR | O_CREAT | O_EXCL | flags, mode));
  if (file && ::fchmod(file.number(), mode) != 0)
    file.close();
  else if (!file && errno == EEXIST)
    file = Descriptor(::openat(folder, lock_file, O_RDWR | flags));
  if (file) return file;
  return base::failed("open", fmt::format("{}/{}/{}", root, own_folder, lock_file), errno);
}

/// Nothing when the time is up.
std::optional<bool> wait_for(int file, Clock::time_point deadline) {
  auto pause = std::chrono::milliseconds(1);
  while (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) return false;  // the file system has no locks
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return std::nullopt;
    std::this_thread::sleep_for(std::min(pause, left));
    pause = std::min(2 * pause, std::chrono::milliseconds(25));
  }
  return true;
}

/// Somebody who cleaned up may have put another file in its place while we waited for this one.
bool is_still_there(int folder, int file) {
  struct stat here {};
  struct stat ours {};
  return ::fstatat(folder, lock_file, &here, AT_SYMLINK_NOFOLLOW) == 0 &&
         ::fstat(file, &ours) == 0 && here.st_dev == ours.st_dev && here.st_ino == ours.st_ino;
}

}  // namespace

base::Result<Lock> Lock::take(const std::string& root, std::chrono::milliseconds patience) {
  const auto deadline = Clock::now() + patience;
  for (;;) {
    const auto folder = open_own_folder(root);
    if (!folder) return folder.failure();
    auto file = open_file(root, folder->number());
    if (!file) return file.failure();
    const auto held = wait_for(file->number(), deadline);
    if (!held)
      return Failure{Failing::environment,
                     "the repository is busy: another command is writing in it",
                     "run the command again when the other one has finished"};
    if (!*held || is_still_there(folder->number(), file->number()))
      return Lock(root, std::move(*file), *held);
  }
}

bool Lock::is_taken(const std::string& root) {
  const std::string path = fmt::format("{}/{}/{}", root, own_folder, lock_file);
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  return file && ::flock(file.number(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

}  // namespace rapport::store
