// Commands that are really killed, and commands that write at once. What they do is in memory where
// there is a file system for that: thousands of syncs of a disk take minutes.
#include "base/files.hpp"
#include "base/text.hpp"
#include "scratch.hpp"
#include "store/apply.hpp"
#include "store/recover.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <functional>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace store_writers_test {

using namespace rapport;
using store::FileEdit;
using store::Lock;
using test::Scratch;
namespace fs = std::filesystem;

namespace {

std::string in_memory() {
  return access("/dev/shm", W_OK) == 0 ? "/dev/shm" : fs::temp_directory_path().string();
}

/// Three files with the same number, and one that has it in its name.
struct Numbered : Scratch {
  Numbered() : Scratch(in_memory()) {
    for (const std::string& path : paths()) write(path, text_of(0));
    write(name_of(0), "name\n");
  }

  static std::vector<std::string> paths() {
    return {"partners/a.yaml", "engagements/2026/b.yaml", "engagements/2026/c.yaml"};
  }
  static std::string text_of(int number) { return fmt::format("{}\n", number); }
  static std::string name_of(int number) { return fmt::format("partners/n{}.yaml", number); }

  int number_in(const std::string& path) const {
    const auto text = base::read_file(at(path), 100);
    int number = -1;
    if (text) std::from_chars(text->data(), text->data() + text->size(), number);
    return number;
  }

  /// All of them to the next number; the number, or -1 where the change is refused.
  int count_on() const {
    const auto lock = Lock::take(path());
    if (!lock || !store::recover(*lock)) return -1;
    const int now = number_in(paths().front());
    const std::string before = text_of(now);
    const std::string after = text_of(now + 1);
    std::vector<FileEdit> edits;
    for (const std::string& path : paths()) edits.push_back({path, before, after});
    edits.push_back({name_of(now), "name\n", {}});
    edits.push_back({name_of(now + 1), {}, "name\n"});
    return store::apply(*lock, edits) ? now + 1 : -1;
  }

  /// Everything has the number; nothing else is there.
  bool is_whole(int number) const {
    std::set<std::string> expected{name_of(number)};
    for (const std::string& path : paths()) {
      if (number_in(path) != number) return false;
      expected.insert(path);
    }
    std::set<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(path()))
      if (entry.is_regular_file() && entry.path().parent_path().filename() != ".rapport")
        found.insert(fs::relative(entry.path(), path()));
    return found == expected;
  }
};

pid_t start(const std::function<void()>& what) {
  const pid_t child = fork();
  if (child != 0) return child;
  what();
  _exit(0);
}

}  // namespace

TEST_CASE(
    "writers: of a thousand that are killed anywhere nothing is lost, and nothing left behind") {
  const Numbered office;
  std::mt19937 random(1);
  int interrupted = 0;
  int wrong = 0;
  int reported = 0;
  for (int i = 0; i < 1000; ++i) {
    int told[2];
    REQUIRE(pipe(told) == 0);
    const pid_t child = start([&] {
      for (int number = reported; number >= 0; number = office.count_on())
        if (write(told[1], &number, sizeof number) < 0) return;
    });
    close(told[1]);
    int number = 0;
    REQUIRE(read(told[0], &number, sizeof number) == sizeof number);  // it is at work
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 1500));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    for (; read(told[0], &number, sizeof number) == sizeof number;) reported = number;
    close(told[0]);
    interrupted += store::is_interrupted(office.path());
    const auto lock = Lock::take(office.path());
    const bool is_recovered = lock && store::recover(*lock);
    const int now = office.number_in(Numbered::paths().front());
    wrong += !is_recovered || now < reported || now > reported + 1 || !office.is_whole(now);
    reported = now;
  }
  CHECK(wrong == 0);
  CHECK(interrupted > 0);
  CHECK(reported > 0);
}

TEST_CASE(
    "writers: of two with a thousand edits each, each edit is applied or refused, none lost") {
  const Numbered office;
  office.write("partners/list.yaml", "start: 0\n");
  const auto append = [&office](char name, int told) {
    for (int i = 0; i < 1000; ++i) {
      const auto lock = Lock::take(office.path(), std::chrono::minutes(1));
      if (!lock || !store::recover(*lock)) continue;
      const auto before = base::read_file(office.at("partners/list.yaml"), 1 << 20);
      if (!before) continue;
      const std::string line = fmt::format("{}{}: 1\n", name, i);
      const std::string after = *before + line;
      if (!store::apply(*lock, {"partners/list.yaml", *before, after})) continue;
      if (write(told, line.data(), line.size()) < 0) return;
    }
  };
  int told[2];
  REQUIRE(pipe(told) == 0);
  const pid_t writers[] = {start([&] { append('a', told[1]); }),
                           start([&] { append('b', told[1]); })};
  close(told[1]);
  std::string applied;
  char part[4096];
  for (ssize_t got = 0; (got = read(told[0], part, sizeof part)) > 0;)
    applied.append(part, static_cast<std::size_t>(got));
  close(told[0]);
  for (const pid_t writer : writers) waitpid(writer, nullptr, 0);
  const auto list = *base::read_file(office.at("partners/list.yaml"), 1 << 20);
  const auto lines = [](const std::string& text) {
    const auto all = base::lines(text);
    return std::multiset<std::string_view>(all.begin(), all.end());
  };
  CHECK(lines(list) == lines("start: 0\n" + applied));
  CHECK(lines(applied).size() == 2000);  // each waited for the other
  fs::remove(office.at("partners/list.yaml"));
  CHECK(office.is_whole(0));
}

}  // namespace store_writers_test
