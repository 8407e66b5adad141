#include "readers.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>
#include <yaml.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <sstream>
#include <string_view>
#include <thread>
#include <vector>

namespace bench {
namespace {

struct File {
  int directory;
  std::string name;
};

void list(int directory, std::vector<File>& files) {
  DIR* stream = ::fdopendir(::openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (stream == nullptr) std::abort();
  std::vector<std::string> below;
  while (const dirent* entry = ::readdir(stream)) {
    const std::string_view name = entry->d_name;
    if (name.starts_with('.')) continue;
    if (entry->d_type == DT_DIR) below.emplace_back(name);
    if (entry->d_type == DT_REG && name.ends_with(".yaml"))
      files.push_back({directory, std::string(name)});
  }
  ::closedir(stream);
  for (const auto& name : below)
    list(::openat(directory, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC), files);
}

/// Memory given out in order and kept, in pieces of 4 MiB.
class Keep {
 public:
  char* take(std::size_t size) {
    if (used_ + size > capacity_) {
      capacity_ = std::max(size, std::size_t{4} << 20);
      piece_ = static_cast<char*>(std::malloc(capacity_));
      used_ = 0;
    }
    char* at = piece_ + used_;
    used_ += size;
    return at;
  }

 private:
  char* piece_ = nullptr;
  std::size_t used_ = 0;
  std::size_t capacity_ = 0;
};

std::string_view read_whole(const File& file, Keep& keep) {
  const int opened =
      ::openat(file.directory, file.name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  struct stat before {
  }, after{};
  if (opened < 0 || ::fstat(opened, &before) != 0) std::abort();
  const auto size = static_cast<std::size_t>(before.st_size);
  char* at = keep.take(size + 1);
  const ssize_t got = ::read(opened, at, size + 1);
  if (got != before.st_size || ::fstat(opened, &after) != 0) std::abort();
  ::close(opened);
  return {at, size};
}

/// Reads all files with two threads and gives each text to `use`.
template <class Use>
int read_all(const std::string& root, Use use) {
  const int top = ::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  std::vector<File> files;
  for (const char* folder : {"partners", "engagements"})
    list(::openat(top, folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC), files);
  std::atomic<std::size_t> next{0}, bytes{0};
  const auto work = [&] {
    auto& keep = *new Keep;
    std::size_t own = 0;
    constexpr std::size_t block = 256;
    for (std::size_t begin; (begin = next.fetch_add(block)) < files.size();) {
      const std::size_t end = std::min(begin + block, files.size());
      for (std::size_t i = begin; i < end; ++i) {
        const std::string_view text = read_whole(files[i], keep);
        use(text);
        own += text.size();
      }
    }
    bytes += own;
  };
  std::thread second(work);
  work();
  second.join();
  fmt::print("{} {}\n", files.size(), bytes.load());
  std::fflush(stdout);
  ::_exit(0);
}

/// Counts, so that no event can be left out.
class Counter : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override { ++count_; }
  void OnDocumentEnd() override { ++count_; }
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { ++count_; }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { ++count_; }
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string& value) override {
    count_ += value.size();
  }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    ++count_;
  }
  void OnSequenceEnd() override { ++count_; }
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    ++count_;
  }
  void OnMapEnd() override { ++count_; }
  std::size_t count() const { return count_; }

 private:
  std::size_t count_ = 0;
};

}  // namespace

int floor(const std::string& root) {
  return read_all(root, [](std::string_view) {});
}

int libyaml(const std::string& root) {
  return read_all(root, [](std::string_view text) {
    yaml_parser_t parser;
    if (yaml_parser_initialize(&parser) == 0) std::abort();
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
    for (bool more = true; more;) {
      yaml_event_t event;
      if (yaml_parser_parse(&parser, &event) == 0) break;  // a fault: it stops there
      more = event.type != YAML_STREAM_END_EVENT;
      yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
  });
}

int yaml_cpp(const std::string& root) {
  return read_all(root, [](std::string_view text) {
    std::istringstream stream{std::string(text)};
    Counter counter;
    try {
      YAML::Parser parser(stream);
      while (parser.HandleNextDocument(counter)) continue;
    } catch (const YAML::Exception&) {  // a fault: it stops there
    }
  });
}

}  // namespace bench
