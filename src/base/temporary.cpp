#include "base/temporary.hpp"

#include "base/unicode.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <memory>
#include <optional>
#include <vector>

namespace rapport::base {

Failure failed(std::string_view what, const std::string& path, int error) {
  return {Failing::environment,
          fmt::format("cannot {} '{}': {}", what, printable(path), std::strerror(error)),
          {}};
}

std::string directory_of(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == path.npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

Done sync_directory(const std::string& directory) {
  Descriptor opened(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened) return failed("open", directory, errno);
  // Some file systems cannot sync a directory and say EINVAL; the rename itself has been done.
  if (::fsync(opened.number()) != 0 && errno != EINVAL) return failed("sync", directory, errno);
  return done();
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::optional<std::string> read_all(int file, std::size_t limit) {
  struct stat info {};
  if (::fstat(file, &info) != 0) return std::nullopt;
  // One byte more is asked for, so that a file that grows is noticed.
  std::string text(std::min(limit, static_cast<std::size_t>(info.st_size)) + 1, '\0');
  std::size_t used = 0;
  for (;;) {
    const ssize_t got =
        ::pread(file, text.data() + used, text.size() - used, static_cast<off_t>(used));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::nullopt;
    used += static_cast<std::size_t>(got);
    if (got == 0 || used > limit) break;
    if (used == text.size()) text.resize(std::min(2 * text.size(), limit + 1));
  }
  text.resize(used);
  return text;
}

namespace {

// .rapport-<process>-<random>.tmp
constexpr std::string_view temporary_start = ".rapport-";
constexpr std::string_view temporary_end = ".tmp";

/// The mode of the file that `path` names now, or nothing when there is none.
Result<std::optional<mode_t>> mode_now(const std::string& path) {
  struct stat info {};
  if (::lstat(path.c_str(), &info) != 0) {
    if (errno == ENOENT) return std::optional<mode_t>();
    return failed("write", path, errno);
  }
  if (S_ISREG(info.st_mode)) return std::optional<mode_t>(info.st_mode & 07777);
  const char* kind = S_ISLNK(info.st_mode)   ? "a symbolic link"
                     : S_ISDIR(info.st_mode) ? "a directory"
                                             : "not a regular file";
  return Failure{Failing::refused, fmt::format("'{}' is {}", printable(path), kind),
                 "name the file itself"};
}

Failure appeared(const std::string& path) {
  return {Failing::environment, fmt::format("'{}' has appeared meanwhile", printable(path)),
          "run the command again"};
}

Failure exists_already(const std::string& path) {
  return {Failing::refused, fmt::format("'{}' exists already", printable(path)), {}};
}

/// Whether the writer that made the temporary is gone. One that is just about to take its lock is
/// told by its process.
bool is_stale(int directory, const char* name) {
  Descriptor file(::openat(directory, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat info {};
  if (!file || ::fstat(file.number(), &info) != 0 || !S_ISREG(info.st_mode)) return false;
  if (flock(file.number(), LOCK_EX | LOCK_NB) != 0) return false;
  pid_t writer = 0;
  const char* number = name + temporary_start.size();
  std::from_chars(number, number + std::strlen(number), writer);
  if (writer <= 0) return false;  // no writer of its own: part of a change of several files
  constexpr std::time_t moment = 60;
  return (::kill(writer, 0) != 0 && errno == ESRCH) || info.st_mtime + moment < std::time(nullptr);
}

/// Removes what writers that were killed left in `directory`: it holds names. Those at work stay.
void sweep_temporaries(const std::string& directory) {
  const std::unique_ptr<DIR, int (*)(DIR*)> opened(::opendir(directory.c_str()), ::closedir);
  if (!opened) return;
  std::vector<std::string> stale;
  while (const dirent* entry = ::readdir(opened.get())) {
    const std::string_view name = entry->d_name;
    if (name.starts_with(temporary_start) && name.ends_with(temporary_end) &&
        is_stale(::dirfd(opened.get()), entry->d_name))
      stale.emplace_back(name);
  }
  for (const auto& name : stale) ::unlinkat(::dirfd(opened.get()), name.c_str(), 0);
}

}  // namespace

Temporary::Temporary(const std::string& target, mode_t mode) : target_(target) {
  for (int attempt = 0; attempt < 16; ++attempt) {
    std::uint64_t random = 0;
    if (getrandom(&random, sizeof random, 0) != static_cast<ssize_t>(sizeof random)) return;
    path_ = fmt::format("{}/{}{}-{:016x}{}", directory_of(target), temporary_start, getpid(),
                        random, temporary_end);
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    file_ = Descriptor(::open(path_.c_str(), flags, mode));
    if (file_ || errno != EEXIST) break;
  }
  if (!file_) return;
  ours_ = true;
  // The kernel drops the lock when we die: that is how a sweep knows what is nobody's.
  flock(file_.number(), LOCK_EX | LOCK_NB);
}

Temporary::~Temporary() {
  if (ours_) ::unlink(path_.c_str());
}

Result<Temporary> Temporary::write(const std::string& path, std::string_view bytes, Writing how) {
  const auto old_mode = mode_now(path);
  if (!old_mode) return old_mode.failure();
  if (*old_mode && how.only_create) return exists_already(path);
  sweep_temporaries(directory_of(path));
  Temporary temporary(path, how.mode);
  if (!temporary.ours_) return failed("write in", directory_of(path), errno);
  const int file = temporary.file();
  // The mode of what is replaced comes before the first byte.
  if ((*old_mode && ::fchmod(file, **old_mode) != 0) || !write_all(file, bytes) ||
      ::fsync(file) != 0)
    return failed("write", path, errno);
  return temporary;
}

Done Temporary::put_in_place(bool only_create) {
  // What the system says only now must not be said of a file that has its name already.
  if (!file_.close()) return failed("write", target_, errno);
  const unsigned flags = only_create ? RENAME_NOREPLACE : 0;
  const int rc = ::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target_.c_str(), flags);
  if (rc != 0 && errno == EINVAL && only_create) {
    // A file system that cannot: link cannot replace. The temporary name goes away with its scope.
    if (::link(path_.c_str(), target_.c_str()) != 0)
      return errno == EEXIST ? appeared(target_) : failed("create", target_, errno);
  } else if (rc != 0) {
    return errno == EEXIST ? appeared(target_) : failed("write", target_, errno);
  } else {
    ours_ = false;
  }
  return done();
}

}  // namespace rapport::base
