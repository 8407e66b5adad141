#include "base/processors.hpp"

#include "base/files.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <string_view>
#include <thread>

namespace rapport::base {
namespace {

constexpr unsigned no_limit = std::numeric_limits<unsigned>::max();

std::int64_t number(std::string_view text) {
  std::int64_t value = -1;  // "max", and what is no number, set no limit
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string content(const std::string& path) {
  constexpr std::size_t enough = 65536;
  const auto text = read_file(path, enough);
  return text ? *text : std::string();
}

unsigned processors(std::int64_t quota, std::int64_t period) {
  if (quota <= 0 || period <= 0) return no_limit;
  return static_cast<unsigned>(std::min<std::int64_t>((quota + period - 1) / period, no_limit));
}

/// Version 2 has quota and period in one file, version 1 has two files.
unsigned limit_of(const std::string& group) {
  const std::string both = content(group + "/cpu.max");
  if (const auto space = both.find(' '); space != both.npos)
    return processors(number(both), number(std::string_view(both).substr(space + 1)));
  return processors(number(content(group + "/cpu.cfs_quota_us")),
                    number(content(group + "/cpu.cfs_period_us")));
}

/// A group has what the groups above it leave it.
unsigned limit_up_from(const std::string& mount, std::string path) {
  unsigned least = no_limit;
  for (;;) {
    least = std::min(least, limit_of(mount + path));
    const auto slash = path.rfind('/');
    if (path.empty() || slash == path.npos) return least;
    path.resize(slash);
  }
}

}  // namespace

unsigned processors_of_groups(const std::string& root) {
  unsigned least = no_limit;
  const std::string groups = content(root + "/proc/self/cgroup");
  for (const auto line : lines(groups)) {  // number:controllers:path
    const auto first = line.find(':');
    const auto second = line.find(':', first + 1);
    if (second == line.npos) continue;
    const auto controllers = line.substr(first + 1, second - first - 1);
    const bool is_second_version = controllers.empty();
    if (!is_second_version && std::ranges::count(split(controllers, ','), "cpu") == 0) continue;
    const std::string mount = root + (is_second_version ? "/sys/fs/cgroup" : "/sys/fs/cgroup/cpu");
    const std::string_view path = line.substr(second + 1);
    least = std::min(least, limit_up_from(mount, std::string(path == "/" ? "" : path)));
  }
  return least == no_limit ? 0 : least;
}

unsigned default_threads() {
  constexpr unsigned most = 8;
  static const unsigned found = [] {
    const unsigned bound = std::thread::hardware_concurrency();  // as the process is bound
    const unsigned groups = processors_of_groups();
    return std::max(1U, std::min({most, bound, groups == 0 ? most : groups}));
  }();
  return found;
}

}  // namespace rapport::base
