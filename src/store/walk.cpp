#include "store/walk.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "store/entry_names.hpp"
#include "store/layout.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <string>
#include <utility>

namespace rapport::store {
namespace {

constexpr int directory_flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

EntryKind kind_of(int directory, const dirent& entry) {
  switch (entry.d_type) {
    case DT_REG:
      return EntryKind::file;
    case DT_DIR:
      return EntryKind::directory;
    case DT_LNK:
      return EntryKind::link;
    case DT_UNKNOWN:
      break;
    default:
      return EntryKind::other;
  }
  struct stat info {};  // some file systems do not say the kind in the directory
  if (::fstatat(directory, entry.d_name, &info, AT_SYMLINK_NOFOLLOW) != 0)
    return EntryKind::unknown;
  if (S_ISREG(info.st_mode)) return EntryKind::file;
  if (S_ISDIR(info.st_mode)) return EntryKind::directory;
  return S_ISLNK(info.st_mode) ? EntryKind::link : EntryKind::other;
}

using Stream = std::unique_ptr<DIR, int (*)(DIR*)>;

/// Null with errno when there is no such directory, or it cannot be read.
Stream open_stream(int parent, const char* name) {
  const int opened = ::openat(parent, name, directory_flags);
  DIR* stream = opened < 0 ? nullptr : ::fdopendir(opened);
  if (stream == nullptr && opened >= 0) {
    const int error = errno;
    ::close(opened);
    errno = error;
  }
  return {stream, ::closedir};
}

class Walker {
 public:
  explicit Walker(Walk& found) : found_(found) {}

  void enter(int parent, const char* name, const std::string& path, int level) {
    const Stream stream = open_stream(parent, name);
    if (!stream) {
      if (level == 1 && errno == ENOENT) return;
      const int error = errno;
      const bool is_other = error == ELOOP || error == ENOTDIR;
      return trouble(path, is_other ? not_entered(parent, name) : Trouble::unreadable, error);
    }
    if (level > directory_limit) return trouble(path, Trouble::too_deep);
    read_entries({stream.get(), ::dirfd(stream.get()), found_.names.copy(path)}, level);
  }

 private:
  struct Directory {
    DIR* stream;
    int opened;
    std::string_view path;
  };

  static Trouble not_entered(int parent, const char* name) {
    struct stat info {};
    const bool link =
        ::fstatat(parent, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(info.st_mode);
    return link ? Trouble::link : Trouble::not_regular;
  }

  void read_entries(const Directory& directory, int level) {
    std::vector<std::string> below;
    std::vector<std::string_view> odd;
    const std::size_t first = found_.files.size();
    errno = 0;
    while (const dirent* entry = ::readdir(directory.stream)) {
      const std::string_view name = entry->d_name;
      if (!name.starts_with('.'))
        look_at(directory, *entry, below, odd);
      else if (name != "." && name != "..")
        found_.hidden.push_back(full(directory, name));
      errno = 0;
    }
    if (errno != 0) trouble(std::string(directory.path), Trouble::unreadable, errno);
    std::ranges::sort(found_.files.begin() + static_cast<std::ptrdiff_t>(first), found_.files.end(),
                      {}, &RecordFile::number);
    if (!odd.empty()) judge_names(directory, first, std::move(odd));
    for (const auto& name : below)
      enter(directory.opened, name.c_str(), fmt::format("{}/{}", directory.path, name), level + 1);
  }

  void look_at(const Directory& directory, const dirent& entry, std::vector<std::string>& below,
               std::vector<std::string_view>& odd) {
    const std::string_view name = entry.d_name;
    const EntryKind kind = kind_of(directory.opened, entry);
    const Trouble wrong = judge(name, kind);
    if (kind == EntryKind::directory && wrong != Trouble::not_regular) below.emplace_back(name);
    if (wrong != Trouble::none && wrong != Trouble::not_canonical)
      return trouble(directory, name, wrong, kind == EntryKind::unknown ? ENOENT : 0);
    if (kind != EntryKind::file) return;
    const std::string_view kept = found_.names.copy({entry.d_name, name.size() + 1});
    if (wrong == Trouble::none)
      found_.files.push_back({directory.path, kept.data(), entry.d_ino});
    else
      odd.push_back(kept.substr(0, name.size()));
  }

  /// Names that are no ids: each is a twin of another of its directory, or just not canonical.
  void judge_names(const Directory& directory, std::size_t first,
                   std::vector<std::string_view> odd) {
    std::vector<std::string_view> ids;
    for (std::size_t i = first; i < found_.files.size(); ++i)
      ids.emplace_back(found_.files[i].name);
    for (const auto& [name, twin] : find_twins(ids, std::move(odd))) {
      trouble(directory, name, twin.empty() ? Trouble::not_canonical : Trouble::case_twin);
      if (!twin.empty()) found_.troubles.back().other = full(directory, twin);
    }
  }

  std::string_view full(const Directory& directory, std::string_view name) {
    return found_.names.copy(fmt::format("{}/{}", directory.path, name));
  }

  void trouble(const Directory& directory, std::string_view name, Trouble what, int error = 0) {
    found_.troubles.push_back({full(directory, name), what, error, {}});
  }

  void trouble(const std::string& path, Trouble what, int error = 0) {
    found_.troubles.push_back({found_.names.copy(path), what, error, {}});
  }

  Walk& found_;
};

}  // namespace

void walk(const base::Descriptor& root, std::string_view folder, Walk& found) {
  const std::string name(folder);
  Walker(found).enter(root.number(), name.c_str(), name, 1);
}

base::Descriptor open_folder(int root, std::string_view path) {
  base::Descriptor folder;
  for (const auto part : base::split(path, '/')) {
    const int from = folder ? folder.number() : root;
    folder = base::Descriptor(::openat(from, std::string(part).c_str(), directory_flags));
    if (!folder) break;
  }
  return folder;
}

std::vector<std::string> names_in(const std::string& directory) {
  std::vector<std::string> names;
  const Stream opened(::opendir(directory.c_str()), ::closedir);
  while (const dirent* entry = opened ? ::readdir(opened.get()) : nullptr)
    if (const std::string_view name = entry->d_name; name != "." && name != "..")
      names.emplace_back(name);
  std::ranges::sort(names);
  return names;
}

void walk_top(const base::Descriptor& root, Walk& found) {
  const Stream stream = open_stream(root.number(), ".");
  if (!stream) found.troubles.push_back({".", Trouble::unreadable, errno, {}});
  while (const dirent* entry = stream ? ::readdir(stream.get()) : nullptr) {
    const std::string_view name = entry->d_name;
    if (name.starts_with('.') || is_odd(name)) continue;
    const auto kind = kind_of(root.number(), *entry);
    const bool record =
        kind == EntryKind::file && model::is_named_as_record(name) && name != office_file;
    const bool folder = kind == EntryKind::directory && std::ranges::count(read_folders, name) == 0;
    const auto meant = folder ? base::nearest(name, read_folders) : std::string_view{};
    if (record || !meant.empty())
      found.troubles.push_back({found.names.copy(name), Trouble::not_yaml, 0, meant});
  }
}

}  // namespace rapport::store
