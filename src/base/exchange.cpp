#include "base/exchange.hpp"

#include "base/descriptor.hpp"
#include "base/digest.hpp"
#include "base/temporary.hpp"
#include "base/unicode.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>

namespace rapport::base {
namespace {

constexpr std::size_t size_limit = 16 << 20;

/// Which file it is, whatever its name.
struct Identity {
  dev_t device = 0;
  ino_t number = 0;
  bool operator==(const Identity&) const = default;
};

Identity identity_of(int file) {
  struct stat info {};
  return ::fstat(file, &info) == 0 ? Identity{info.st_dev, info.st_ino} : Identity{};
}

Identity identity_of(int folder, const std::string& name) {
  struct stat info {};
  return ::fstatat(folder, name.c_str(), &info, AT_SYMLINK_NOFOLLOW) == 0
             ? Identity{info.st_dev, info.st_ino}
             : Identity{};
}

Descriptor open_to_read(int folder, const std::string& name) {
  constexpr int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
  return Descriptor(::openat(folder, name.c_str(), flags));
}

/// Empty when it is no regular file, or too long; nothing with errno when it cannot be read.
std::optional<std::string> digest_of(int file) {
  struct stat info {};
  if (::fstat(file, &info) != 0) return std::nullopt;
  if (!S_ISREG(info.st_mode) || static_cast<std::size_t>(info.st_size) > size_limit) return "";
  const auto text = read_all(file, size_limit);
  if (!text) return std::nullopt;
  return text->size() > size_limit ? "" : blake2b_256(*text);
}

bool holds(int file, std::string_view digest) {
  const auto found = digest_of(file);
  return found && !digest.empty() && *found == digest;
}

/// A lease to read is given only when nobody has the file open to write, and only to who owns the
/// file. Where it belongs to a colleague, as is usual in a repository that a group shares (EACCES),
/// or where the system gives no leases, the comparison has to do.
bool is_being_written(int file) {
  // The signal that the system sends with a lease ends a program by default, and this one does not.
  ::fcntl(file, F_SETSIG, SIGURG);
  if (::fcntl(file, F_SETLEASE, F_RDLCK) != 0) return errno == EAGAIN;
  ::fcntl(file, F_SETLEASE, F_UNLCK);
  return false;
}

/// 0, or the error.
int rename_in(int folder, const std::string& from, const std::string& to, unsigned flags) {
  return ::renameat2(folder, from.c_str(), folder, to.c_str(), flags) == 0 ? 0 : errno;
}

bool is_not_supported(int error) {
  return error == EINVAL || error == ENOSYS || error == EOPNOTSUPP;
}

/// Never over another file, also where the file system cannot rename so.
int rename_to_free(int folder, const std::string& from, const std::string& to) {
  const int error = rename_in(folder, from, to, RENAME_NOREPLACE);
  if (!is_not_supported(error)) return error;
  if (::linkat(folder, from.c_str(), folder, to.c_str(), 0) != 0) return errno;
  return ::unlinkat(folder, from.c_str(), 0) == 0 ? 0 : errno;
}

}  // namespace

Result<std::optional<std::string>> digest_of(int folder, const std::string& name,
                                             const std::string& path) {
  const Descriptor file = open_to_read(folder, name);
  if (!file && errno == ENOENT) return std::optional<std::string>();
  if (!file && (errno == ELOOP || errno == ENXIO)) return std::optional<std::string>("");
  auto digest = file ? digest_of(file.number()) : std::nullopt;
  if (!digest) return failed("read", path, errno);
  return digest;
}

Result<std::string> keep_beside(const Replacement& files) {
  std::uint64_t random = 0;
  if (getrandom(&random, sizeof random, 0) != static_cast<ssize_t>(sizeof random))
    return failed("keep a version of", files.path, errno);
  const std::string end = fmt::format("{}{:016x}", kept_mark, random);
  if (const int error = rename_to_free(files.folder, files.temporary, files.name + end); error != 0)
    return failed("keep a version of", files.path, error);
  return files.path + end;
}

Done take_back(const Replacement& files, int ours) {
  Identity put_in = identity_of(ours);
  for (int attempt = 0; attempt < 8; ++attempt) {
    const Identity taken_out = identity_of(files.folder, files.temporary);
    if (rename_in(files.folder, files.temporary, files.name, RENAME_EXCHANGE) != 0) break;
    if (identity_of(files.folder, files.temporary) == put_in) return done();
    put_in = taken_out;
  }
  const auto kept = keep_beside(files);
  if (!kept) return kept.failure();
  return Failure{Failing::environment,
                 fmt::format("'{}' was changed meanwhile, and one version is now in '{}'",
                             printable(files.path), printable(*kept)),
                 "compare the two, and keep what is right"};
}

Result<bool> swap_in(const Replacement& files, std::string_view digest) {
  const Descriptor old = open_to_read(files.folder, files.name);
  if (!old && (errno == ENOENT || errno == ELOOP)) return false;
  if (!old) return failed("read", files.path, errno);
  const Descriptor ours = open_to_read(files.folder, files.temporary);
  if (!ours) return failed("write", files.path, errno);
  const Identity read = identity_of(old.number());
  if (!holds(old.number(), digest) || identity_of(files.folder, files.name) != read) return false;
  int error = rename_in(files.folder, files.temporary, files.name, RENAME_EXCHANGE);
  if (is_not_supported(error)) {
    error = rename_in(files.folder, files.temporary, files.name, 0);
    if (error == 0) return true;
  }
  if (error == ENOENT) return false;
  if (error != 0) return failed("write", files.path, error);
  if (identity_of(files.folder, files.temporary) == read && !is_being_written(old.number()) &&
      holds(old.number(), digest))
    return true;
  if (auto taken = take_back(files, ours.number()); !taken) return taken.failure();
  return false;
}

Result<bool> move_out(const Replacement& files, std::string_view digest) {
  const Descriptor old = open_to_read(files.folder, files.name);
  if (!old && (errno == ENOENT || errno == ELOOP)) return false;
  if (!old) return failed("read", files.path, errno);
  const Identity read = identity_of(old.number());
  if (!holds(old.number(), digest)) return false;
  const int error = rename_to_free(files.folder, files.name, files.temporary);
  if (error == ENOENT) return false;
  if (error != 0) return failed("remove", files.path, error);
  if (identity_of(files.folder, files.temporary) == read && !is_being_written(old.number()) &&
      holds(old.number(), digest))
    return true;
  if (rename_to_free(files.folder, files.temporary, files.name) == 0) return false;
  const auto kept = keep_beside(files);  // it has been saved once more under its name
  if (!kept) return kept.failure();
  return Failure{Failing::environment,
                 fmt::format("'{}' was changed meanwhile, and one version is now in '{}'",
                             printable(files.path), printable(*kept)),
                 "compare the two, and keep what is right"};
}

Result<bool> move_in(const Replacement& files) {
  const int error = rename_to_free(files.folder, files.temporary, files.name);
  if (error == EEXIST) return false;
  if (error != 0) return failed("write", files.path, error);
  return true;
}

}  // namespace rapport::base
