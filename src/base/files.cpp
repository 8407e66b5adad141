#include "base/files.hpp"

#include "base/descriptor.hpp"
#include "base/temporary.hpp"
#include "base/unicode.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <utility>

namespace rapport::base {

Done write_file(const std::string& path, std::string_view bytes, Writing how) {
  const NewFile file{path, bytes};
  return write_files({&file, 1}, how);
}

Done write_files(std::span<const NewFile> files, Writing how) {
  auto prepared = PreparedFiles::write(files, how);
  if (!prepared) return prepared.failure();
  return prepared->put_in_place();
}

PreparedFiles::PreparedFiles(PreparedFiles&&) noexcept = default;
PreparedFiles::PreparedFiles() = default;
PreparedFiles::~PreparedFiles() = default;

Result<PreparedFiles> PreparedFiles::write(std::span<const NewFile> files, Writing how) {
  PreparedFiles prepared;
  prepared.only_create_ = how.only_create;
  for (const NewFile& file : files) {
    auto temporary = Temporary::write(file.path, file.bytes, how);
    if (!temporary) return temporary.failure();
    prepared.files_.push_back(std::move(*temporary));
  }
  return prepared;
}

Done PreparedFiles::put_in_place() {
  for (Temporary& file : files_) {
    if (auto placed = file.put_in_place(only_create_); !placed) return placed;
    is_begun_ = true;
  }
  for (const Temporary& file : files_)
    if (auto synced = sync_directory(directory_of(file.target())); !synced) return synced;
  return done();
}

bool exists(const std::string& path) {
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
  auto bytes = read_all(file.number(), limit);
  if (!bytes) return failed("read", path, errno);
  if (bytes->size() > limit)
    return Failure{
        Failing::data, fmt::format("'{}' is larger than {} bytes", printable(path), limit), {}};
  return std::move(*bytes);
}

}  // namespace rapport::base
