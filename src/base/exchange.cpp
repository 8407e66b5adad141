#include "base/exchange.hpp"

#include "base/descriptor.hpp"
#include "base/temporary.hpp"
#include "base/unicode.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace rapport::base {
namespace {

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

Identity identity_of(const std::string& path) {
  struct stat info {};
  return ::lstat(path.c_str(), &info) == 0 ? Identity{info.st_dev, info.st_ino} : Identity{};
}

bool holds(int file, std::string_view bytes) {
  std::string now(bytes.size() + 1, '\0');  // one byte more, so that a longer file is noticed
  std::size_t used = 0;
  while (used < now.size()) {
    const ssize_t got =
        ::pread(file, now.data() + used, now.size() - used, static_cast<off_t>(used));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
  }
  return std::string_view(now).substr(0, used) == bytes;
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

bool cannot_exchange(int error) {
  return error == EINVAL || error == ENOSYS || error == EOPNOTSUPP;
}

}  // namespace

Done take_back(Temporary& temporary) {
  Identity put_in = identity_of(temporary.file());
  for (int attempt = 0; attempt < 8; ++attempt) {
    const Identity taken_out = identity_of(temporary.path());
    if (temporary.exchange() != 0) break;
    if (identity_of(temporary.path()) == put_in) return done();
    put_in = taken_out;
  }
  temporary.keep();
  return Failure{Failing::environment,
                 fmt::format("'{}' was changed meanwhile, and one version is now in '{}'",
                             printable(temporary.target()), printable(temporary.path())),
                 "compare the two, and keep what is right"};
}

Result<bool> exchange_file(const std::string& path, std::string_view before,
                           std::string_view bytes) {
  const Descriptor old(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!old && errno == ENOENT) return false;
  if (!old && errno != ELOOP) return failed("read", path, errno);
  auto temporary = Temporary::write(path, bytes, {});  // refuses a link
  if (!temporary) return temporary.failure();
  const Identity read = identity_of(old.number());
  if (!holds(old.number(), before) || identity_of(path) != read) return false;
  const int error = temporary->exchange();
  if (error == ENOENT) return false;
  if (cannot_exchange(error)) {
    if (auto placed = temporary->put_in_place(false); !placed) return placed.failure();
  } else if (error != 0) {
    return failed("write", path, error);
  } else if (identity_of(temporary->path()) != read || is_being_written(old.number()) ||
             !holds(old.number(), before)) {
    if (auto taken = take_back(*temporary); !taken) return taken.failure();
    return false;
  }
  if (auto synced = sync_directory(directory_of(path)); !synced) return synced.failure();
  return true;
}

Result<bool> remove_file(const std::string& path, std::string_view before) {
  const Descriptor old(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!old && errno == ENOENT) return false;
  if (!old) return failed("read", path, errno);
  if (!holds(old.number(), before)) return false;
  if (::unlink(path.c_str()) != 0) return failed("remove", path, errno);
  if (auto synced = sync_directory(directory_of(path)); !synced) return synced.failure();
  return true;
}

}  // namespace rapport::base
