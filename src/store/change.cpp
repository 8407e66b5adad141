#include "store/change.hpp"

#include "base/temporary.hpp"
#include "store/folder_mode.hpp"
#include "store/walk.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <set>

namespace rapport::store {

using base::Descriptor;

namespace {

std::string_view folder_part(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == path.npos ? std::string_view() : path.substr(0, slash);
}

Descriptor open_part(const Descriptor& root, std::string_view folder) {
  if (!folder.empty()) return open_folder(root.number(), folder);
  return Descriptor(::openat(root.number(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

/// No folder, or a link in the place of one: there is no such file.
bool is_absent(int error) { return error == ENOENT || error == ENOTDIR || error == ELOOP; }

}  // namespace

Descriptor Change::folder_of(std::size_t entry) const {
  return open_part(root_, folder_part(journal_.entries[entry].path));
}

base::Replacement Change::files_of(std::size_t entry, const Descriptor& folder) const {
  const std::string& path = journal_.entries[entry].path;
  return {folder.number(), path.substr(path.rfind('/') + 1), temporary_name(journal_, entry),
          root_path_ + "/" + path};
}

base::Failure Change::failed_to(std::string_view what, std::size_t entry, int error) const {
  return base::failed(what, root_path_ + "/" + journal_.entries[entry].path, error);
}

base::Result<FileState> Change::look_at(std::size_t entry) const {
  const JournalEntry& meant = journal_.entries[entry];
  std::optional<std::string> now;
  std::optional<std::string> beside;
  if (const Descriptor folder = folder_of(entry)) {
    const auto files = files_of(entry, folder);
    auto file = base::digest_of(files.folder, files.name, files.path);
    auto temporary = base::digest_of(files.folder, files.temporary, files.path);
    if (!file) return file.failure();
    if (!temporary) return temporary.failure();
    now = std::move(*file);
    beside = std::move(*temporary);
  } else if (!is_absent(errno)) {
    return failed_to("read", entry, errno);
  }
  return FileState{.progress = now == meant.after    ? Progress::done
                               : now == meant.before ? Progress::waiting
                                                     : Progress::changed_by_others,
                   .has_temporary = beside.has_value(),
                   .has_new = beside && beside == meant.after,
                   .has_old = beside && beside == meant.before};
}

base::Done Change::prepare(std::size_t entry, std::string_view text) const {
  const Descriptor folder = folder_of(entry);
  if (!folder) return failed_to("write", entry, errno);
  const auto files = files_of(entry, folder);
  constexpr int open_flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  const Descriptor old(::openat(files.folder, files.name.c_str(), open_flags));
  constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  Descriptor file(::openat(files.folder, files.temporary.c_str(), flags, 0600));
  if (!file) return failed_to("write", entry, errno);
  // Who may read it is settled before the first byte.
  if (set_access(file.number(), old.number(), files.folder) &&
      base::write_all(file.number(), text) && ::fsync(file.number()) == 0 && file.close())
    return base::done();
  return failed_to("write", entry, errno);
}

base::Result<bool> Change::carry_out(std::size_t entry) const {
  const JournalEntry& meant = journal_.entries[entry];
  const Descriptor folder = folder_of(entry);
  if (!folder && is_absent(errno)) return false;
  if (!folder) return failed_to("write", entry, errno);
  const auto files = files_of(entry, folder);
  if (!meant.before) return base::move_in(files);
  return meant.after ? base::swap_in(files, *meant.before) : base::move_out(files, *meant.before);
}

base::Result<bool> Change::take_back(std::size_t entry) const {
  const JournalEntry& meant = journal_.entries[entry];
  const Descriptor folder = folder_of(entry);
  if (!folder && is_absent(errno)) return false;
  if (!folder) return failed_to("write", entry, errno);
  const auto files = files_of(entry, folder);
  if (!meant.after) return base::move_in(files);
  // A file system without RENAME_NOREPLACE may have left the new text under both names.
  if (!meant.before) {
    if (auto dropped = drop_temporary(entry); !dropped) return dropped.failure();
    return base::move_out(files, *meant.after);
  }
  return base::swap_in(files, *meant.after);
}

base::Done Change::drop_temporary(std::size_t entry) const {
  const Descriptor folder = folder_of(entry);
  if (!folder && is_absent(errno)) return base::done();
  if (!folder) return failed_to("write", entry, errno);
  const auto name = temporary_name(journal_, entry);
  if (::unlinkat(folder.number(), name.c_str(), 0) == 0 || errno == ENOENT) return base::done();
  return failed_to("write", entry, errno);
}

base::Result<std::string> Change::keep_temporary(std::size_t entry) const {
  const Descriptor folder = folder_of(entry);
  if (!folder) return failed_to("write", entry, errno);
  auto files = files_of(entry, folder);
  files.path = journal_.entries[entry].path;
  return base::keep_beside(files);
}

base::Done Change::sync_folders() const {
  std::set<std::string_view> synced;
  for (std::size_t entry = 0; entry < size(); ++entry) {
    const auto part = folder_part(journal_.entries[entry].path);
    if (!synced.insert(part).second) continue;
    const Descriptor folder = open_part(root_, part);
    if (!folder && is_absent(errno)) continue;
    // Some file systems cannot sync a directory and say EINVAL.
    if (!folder || (::fsync(folder.number()) != 0 && errno != EINVAL))
      return failed_to("sync the folder of", entry, errno);
  }
  return base::done();
}

}  // namespace rapport::store
