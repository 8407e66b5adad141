#include "store/file_watch.hpp"

#include "store/layout.hpp"
#include "store/walk.hpp"

#include <sys/inotify.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <functional>
#include <string_view>
#include <utility>

namespace rapport::store {
namespace {

constexpr std::uint32_t events_of_changes = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                            IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF |
                                            IN_ONLYDIR | IN_DONT_FOLLOW;

bool is_passed_over(std::string_view name) { return name == ".git" || name == own_folder; }

/// Calls `visit(path, info)` for all below `directory`, without following a link.
template <class Visit>
void each_below(const std::string& directory, int level, Visit&& visit) {
  if (level > directory_limit) return;
  for (const std::string& name : names_in(directory)) {
    if (level == 0 && is_passed_over(name)) continue;
    const std::string path = directory + "/" + name;
    struct stat info {};
    if (::lstat(path.c_str(), &info) != 0) continue;
    visit(path, info);
    if (S_ISDIR(info.st_mode)) each_below(path, level + 1, visit);
  }
}

}  // namespace

FileWatch::FileWatch(std::string root, Method method) : root_(std::move(root)) {
  if (method == Method::system)
    events_ = base::Descriptor(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  if (!events_ || !watch_all()) events_ = {};
  if (!events_) looked_ = look();
}

/// Also those that are new: of one that is watched already, the system knows. False when it can
/// watch no more.
bool FileWatch::watch_all() {
  bool all = ::inotify_add_watch(events_.number(), root_.c_str(), events_of_changes) >= 0;
  each_below(root_, 0, [&](const std::string& path, const struct stat& info) {
    if (!S_ISDIR(info.st_mode)) return;
    const bool is_watched =
        ::inotify_add_watch(events_.number(), path.c_str(), events_of_changes) >= 0;
    all = all && (is_watched || errno == ENOENT || errno == EACCES);
  });
  return all;
}

bool FileWatch::drain() {
  alignas(inotify_event) std::array<char, 16384> buffer{};
  bool any = false;
  for (;;) {
    const ssize_t size = ::read(events_.number(), buffer.data(), buffer.size());
    if (size <= 0) return any;
    for (ssize_t at = 0; at < size;) {
      const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
      any = any || event->len == 0 || !is_passed_over(event->name);
      at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
    }
  }
}

bool FileWatch::has_changed() {
  if (events_) {
    if (!drain()) return false;
    if (!watch_all()) {
      events_ = {};
      looked_ = look();
    }
    return true;
  }
  const std::uint64_t before = std::exchange(looked_, look());
  return before != looked_;
}

/// Of the names, sizes and times of everything.
std::uint64_t FileWatch::look() const {
  std::uint64_t all = 0;
  each_below(root_, 0, [&](const std::string& path, const struct stat& info) {
    std::uint64_t one = std::hash<std::string>{}(path);
    for (const auto part :
         {static_cast<std::uint64_t>(info.st_size), static_cast<std::uint64_t>(info.st_mtim.tv_sec),
          static_cast<std::uint64_t>(info.st_mtim.tv_nsec),
          static_cast<std::uint64_t>(info.st_ino)})
      one = (one ^ part) * 0x9e3779b97f4a7c15U;
    all += one;
  });
  return all;
}

}  // namespace rapport::store
