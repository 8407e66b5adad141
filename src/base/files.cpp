#include "base/files.hpp"

#include "base/descriptor.hpp"
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
#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace rapport::base {
namespace {

// .rapport-<process>-<random>.tmp
constexpr std::string_view temporary_start = ".rapport-";
constexpr std::string_view temporary_end = ".tmp";

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

/// The temporary beside a target; goes away with its scope unless it was renamed.
class Temporary {
 public:
  Temporary(const std::string& directory, mode_t mode) {
    for (int attempt = 0; attempt < 16; ++attempt) {
      std::uint64_t random = 0;
      if (getrandom(&random, sizeof random, 0) != static_cast<ssize_t>(sizeof random)) return;
      path_ = fmt::format("{}/{}{}-{:016x}{}", directory, temporary_start, getpid(), random,
                          temporary_end);
      constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
      file_ = Descriptor(::open(path_.c_str(), flags, mode));
      if (file_ || errno != EEXIST) break;
    }
    if (!file_) return;
    ours_ = true;
    // The kernel drops the lock when we die: that is how a sweep knows what is nobody's.
    flock(file_.number(), LOCK_EX | LOCK_NB);
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() {
    if (ours_) ::unlink(path_.c_str());
  }

  explicit operator bool() const { return ours_; }
  const std::string& path() const { return path_; }
  Descriptor& file() { return file_; }
  void renamed() { ours_ = false; }

 private:
  std::string path_;
  Descriptor file_;
  bool ours_ = false;
};

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

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

Failure exists_already(const std::string& path) {
  return {Failing::refused, fmt::format("'{}' exists already", printable(path)), {}};
}

/// Gives the temporary its place. `only_create` fails when a file has appeared there since.
Done put_in_place(Temporary& temporary, const std::string& path, bool only_create) {
  const unsigned flags = only_create ? RENAME_NOREPLACE : 0;
  int rc = ::renameat2(AT_FDCWD, temporary.path().c_str(), AT_FDCWD, path.c_str(), flags);
  if (rc != 0 && errno == EINVAL &&
      only_create) {  // a file system that cannot: link cannot replace
    if (::link(temporary.path().c_str(), path.c_str()) != 0)
      return errno == EEXIST ? exists_already(path) : failed("create", path, errno);
    return done();  // the temporary name goes away with its scope
  }
  if (rc != 0) return errno == EEXIST ? exists_already(path) : failed("write", path, errno);
  temporary.renamed();
  return done();
}

Done sync_directory(const std::string& directory) {
  Descriptor opened(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened) return failed("open", directory, errno);
  // Some file systems cannot sync a directory and say EINVAL; the rename itself has been done.
  if (::fsync(opened.number()) != 0 && errno != EINVAL) return failed("sync", directory, errno);
  return done();
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
  constexpr std::time_t moment = 60;
  return (writer > 0 && ::kill(writer, 0) != 0 && errno == ESRCH) ||
         info.st_mtime + moment < std::time(nullptr);
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

/// The whole file under a temporary name beside its own.
Done prepare(const NewFile& wanted, Writing how, std::deque<Temporary>& temporaries) {
  const auto old_mode = mode_now(wanted.path);
  if (!old_mode) return old_mode.failure();
  if (*old_mode && how.only_create) return exists_already(wanted.path);
  const std::string directory = directory_of(wanted.path);
  sweep_temporaries(directory);
  Temporary& temporary = temporaries.emplace_back(directory, how.mode);
  if (!temporary) return failed("write in", directory, errno);
  const int file = temporary.file().number();
  // The mode of what is replaced comes before the first byte.
  if ((*old_mode && ::fchmod(file, **old_mode) != 0) || !write_all(file, wanted.bytes) ||
      ::fsync(file) != 0)
    return failed("write", wanted.path, errno);
  return done();
}

}  // namespace

Done write_file(const std::string& path, std::string_view bytes, Writing how) {
  const NewFile file{path, bytes};
  return write_files({&file, 1}, how);
}

Done write_files(std::span<const NewFile> files, Writing how) {
  std::deque<Temporary> temporaries;
  for (const NewFile& file : files)
    if (auto prepared = prepare(file, how, temporaries); !prepared) return prepared;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string& path = files[i].path;
    if (auto placed = put_in_place(temporaries[i], path, how.only_create); !placed) return placed;
    if (!temporaries[i].file().close()) return failed("write", path, errno);
  }
  for (const NewFile& file : files)
    if (auto synced = sync_directory(directory_of(file.path)); !synced) return synced;
  return done();
}

bool is_there(const std::string& path) {
  struct stat info {};
  return ::lstat(path.c_str(), &info) == 0;
}

Result<std::string> read_file(const std::string& path, std::size_t limit) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  struct stat info {};
  if (!file || ::fstat(file.number(), &info) != 0) return failed("read", path, errno);
  if (!S_ISREG(info.st_mode))
    return Failure{
        Failing::environment, fmt::format("'{}' is not a regular file", printable(path)), {}};
  std::string bytes;
  // One byte more than allowed is asked for, so that a file that grows is noticed too.
  bytes.resize(std::min(limit, static_cast<std::size_t>(info.st_size)) + 1);
  std::size_t used = 0;
  for (;;) {
    const ssize_t got = ::read(file.number(), bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failed("read", path, errno);
    used += static_cast<std::size_t>(got);
    if (got == 0 || used > limit) break;
    if (used == bytes.size()) bytes.resize(std::min(2 * bytes.size(), limit + 1));
  }
  if (used > limit)
    return Failure{
        Failing::data, fmt::format("'{}' is larger than {} bytes", printable(path), limit), {}};
  bytes.resize(used);
  return bytes;
}

}  // namespace rapport::base
