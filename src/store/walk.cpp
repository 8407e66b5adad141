#include "store/walk.hpp"

#include "base/nearest.hpp"
#include "base/unicode.hpp"
#include "store/layout.hpp"
#include "value/ref.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <map>
#include <memory>
#include <optional>

namespace rapport::store {
namespace {

constexpr int directory_flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

enum class EntryKind { file, directory, link, other, unknown };

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

bool is_odd(std::string_view name) {
  if (name.starts_with('-') || !base::is_utf8(name)) return true;
  while (!name.empty()) {
    const char32_t point = base::take_point(name);
    if (base::is_control(point) || base::is_bidi_control(point)) return true;
  }
  return false;
}

/// A repository may have more directories than a process may hold open by default.
void allow_many_descriptors() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

class Walker {
 public:
  explicit Walker(Walk& found) : found_(found) {}

  void enter(int parent, const char* name, std::string path, int level) {
    base::Descriptor opened(::openat(parent, name, directory_flags));
    if (!opened && errno == EMFILE) {
      allow_many_descriptors();
      opened = base::Descriptor(::openat(parent, name, directory_flags));
    }
    if (!opened) {
      if (level == 1 && errno == ENOENT) return;
      return trouble(
          path,
          errno == ELOOP || errno == ENOTDIR ? not_entered(parent, name) : Trouble::unreadable,
          errno);
    }
    if (level > directory_limit) return trouble(path, Trouble::too_deep);
    const auto& directory =
        found_.directories.emplace_back(Directory{std::move(opened), std::move(path)});
    read_entries(directory, level);
  }

 private:
  static Trouble not_entered(int parent, const char* name) {
    struct stat info {};
    const bool link =
        ::fstatat(parent, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(info.st_mode);
    return link ? Trouble::link : Trouble::not_regular;
  }

  void read_entries(const Directory& directory, int level) {
    // A stream owns its descriptor, and ours is needed longer.
    const int own = ::openat(directory.opened.number(), ".", directory_flags);
    const std::unique_ptr<DIR, int (*)(DIR*)> stream(own < 0 ? nullptr : ::fdopendir(own),
                                                     ::closedir);
    if (!stream) return trouble(directory.path, Trouble::unreadable, errno);
    std::vector<std::string> below;
    std::vector<std::string_view> odd;
    const std::size_t first = found_.files.size();
    errno = 0;
    while (const dirent* entry = ::readdir(stream.get())) {
      const std::string_view name = entry->d_name;
      if (!name.starts_with('.'))
        look_at(directory, *entry, below, odd);
      else if (name != "." && name != "..")
        found_.hidden.push_back(full(directory, name));
      errno = 0;
    }
    if (errno != 0) trouble(directory.path, Trouble::unreadable, errno);
    std::ranges::sort(found_.files.begin() + static_cast<std::ptrdiff_t>(first), found_.files.end(),
                      {}, &RecordFile::number);
    if (!odd.empty()) judge_names(directory, first, odd);
    for (const auto& name : below)
      enter(directory.opened.number(), name.c_str(), directory.path + "/" + name, level + 1);
  }

  void look_at(const Directory& directory, const dirent& entry, std::vector<std::string>& below,
               std::vector<std::string_view>& odd) {
    const std::string_view name = entry.d_name;
    const bool named_as_record = name.ends_with(record_suffix);
    switch (kind_of(directory.opened.number(), entry)) {
      case EntryKind::link:
        return trouble(directory, name, Trouble::link);
      case EntryKind::unknown:
        return trouble(directory, name, Trouble::unreadable, ENOENT);
      case EntryKind::other:
        return trouble(directory, name, Trouble::not_regular);
      case EntryKind::directory:
        if (named_as_record) return trouble(directory, name, Trouble::not_regular);
        below.emplace_back(name);
        if (is_odd(name)) trouble(directory, name, Trouble::odd_name);
        return;
      case EntryKind::file:
        break;
    }
    const bool canonical =
        named_as_record && value::is_id(name.substr(0, name.size() - record_suffix.size()));
    if (!canonical && is_odd(name)) return trouble(directory, name, Trouble::odd_name);
    if (!named_as_record) return trouble(directory, name, Trouble::not_yaml);
    const std::string_view kept = found_.names.copy({entry.d_name, name.size() + 1});
    if (canonical)
      found_.files.push_back({&directory, kept.data(), entry.d_ino});
    else
      odd.push_back(kept.substr(0, name.size()));
  }

  /// Names that are no ids: each is a twin of another of its directory, or just not canonical.
  void judge_names(const Directory& directory, std::size_t first,
                   std::vector<std::string_view>& odd) {
    std::ranges::sort(odd);
    std::map<std::string, std::string_view, std::less<>> seen;
    for (std::size_t i = first; i < found_.files.size(); ++i)
      seen.emplace(found_.files[i].name, found_.files[i].name);
    for (const auto name : odd) {
      const auto [at, is_first] = seen.emplace(base::caseless(name), name);
      if (is_first) {
        trouble(directory, name, Trouble::not_canonical);
      } else {
        trouble(directory, name, Trouble::case_twin);
        found_.troubles.back().other = full(directory, at->second);
      }
    }
  }

  std::string_view full(const Directory& directory, std::string_view name) {
    return found_.names.copy(directory.path + "/" + std::string(name));
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

void walk_top(const base::Descriptor& root, Walk& found) {
  const int own = ::openat(root.number(), ".", directory_flags);
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(own < 0 ? nullptr : ::fdopendir(own),
                                                   ::closedir);
  while (const dirent* entry = stream ? ::readdir(stream.get()) : nullptr) {
    const std::string_view name = entry->d_name;
    if (name.starts_with('.') || is_odd(name)) continue;
    const auto kind = kind_of(root.number(), *entry);
    const bool record =
        kind == EntryKind::file && name.ends_with(record_suffix) && name != office_file;
    const bool folder = kind == EntryKind::directory && std::ranges::count(read_folders, name) == 0;
    const auto meant = folder ? base::nearest(name, read_folders) : std::string_view{};
    if (record || !meant.empty())
      found.troubles.push_back({found.names.copy(name), Trouble::not_yaml, 0, meant});
  }
}

}  // namespace rapport::store
