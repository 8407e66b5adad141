// Runs transcripts (transcript.hpp says what they are), many at once, each in a directory of its
// own with nothing of the user's around it. UPDATE_GOLDEN=1 rewrites them to what is printed now.
//
//   rapport-golden [--bin DIR] [FILE|DIRECTORY ...]      run from the top of the sources
#include "base/files.hpp"
#include "base/parallel_for.hpp"
#include "base/process.hpp"
#include "base/text.hpp"
#include "transcript.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

namespace golden {
namespace {

namespace base = rapport::base;
namespace fs = std::filesystem;

constexpr std::size_t file_limit = std::size_t{16} << 20;
constexpr std::string_view fixed_day = "2026-06-20";

struct Totals {
  std::atomic<int> passed{0};
  std::atomic<int> failed{0};
  std::mutex printing;
  bool update = false;
};

/// A directory for one transcript: `work` is where commands run, `home` an empty home.
class Scratch {
 public:
  Scratch() {
    std::string pattern = fs::temp_directory_path() / "rapport-golden-XXXXXX";
    if (mkdtemp(pattern.data()) == nullptr) std::abort();
    root_ = fs::canonical(pattern);
    fs::create_directory(work());
    fs::create_directory(root_ / "home");
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  fs::path work() const { return root_ / "work"; }
  fs::path home() const { return root_ / "home"; }

 private:
  fs::path root_;
};

std::string fixture_path(const std::string& name) {
  const std::string own = "tests/fixtures/" + name;
  return fs::is_directory(own) ? own : name;
}

/// By a program of its own: a file that we had open for writing could be handed on to a program
/// that another thread starts just then, and as long as that one has it nobody can run the file
/// ("Text file busy"). Why it failed; empty when it did not.
std::string copy(const std::string& fixture, const fs::path& to) {
  const auto done = base::run({.argv = {"cp", "-RP", "--", fixture + "/.", to.string()}});
  if (!done) return done.failure().what;
  return done->ok() ? std::string() : fmt::format("cannot copy {}: {}", fixture, done->err);
}

std::vector<std::string> environment(const Scratch& scratch, const std::string& today) {
  const std::string day = today.empty() ? std::string(fixed_day) : today;
  const auto noon = base::run({.argv = {"date", "-u", "-d", day + " 12:00:00 UTC", "+%s"}});
  if (!noon || !noon->ok()) return {};
  return {"HOME=" + scratch.home().string(),
          "TZ=UTC",
          "COLUMNS=80",
          "NO_COLOR=1",
          "SOURCE_DATE_EPOCH=" + std::string(base::trim(noon->out)),
          "ASAN_OPTIONS=exitcode=99",  // so that a fault found is not taken for status 1
          "UBSAN_OPTIONS=exitcode=99",
          "GIT_CONFIG_NOSYSTEM=1",
          "GIT_AUTHOR_NAME=Office",
          "GIT_AUTHOR_EMAIL=office@example.org",
          "GIT_AUTHOR_DATE=2026-06-01T12:00:00Z",
          "GIT_COMMITTER_NAME=Office",
          "GIT_COMMITTER_EMAIL=office@example.org",
          "GIT_COMMITTER_DATE=2026-06-01T12:00:00Z"};
}

Output run_step(const Step& step, const Scratch& scratch, const std::vector<std::string>& names) {
  const auto done = base::run({.argv = {"/bin/sh", "-c", step.command},
                               .directory = scratch.work(),
                               .environment = names,
                               .limit = std::chrono::seconds(120)});
  if (!done) return {.out = "", .err = done.failure().what + "\n", .status = 127};
  Output output{.out = base::replace_all(done->out, scratch.work().string(), "$PWD"),
                .err = base::replace_all(done->err, scratch.work().string(), "$PWD"),
                .status = done->status};
  if (done->signal != 0) {  // a crash is never "failed as expected"
    output.status = 128 + done->signal;
    output.err += fmt::format("ended by signal {}\n", done->signal);
  }
  if (done->out_of_time) output.err += "out of time\n";
  return output;
}

void report(Totals& totals, const std::string& text) {
  const std::lock_guard lock(totals.printing);
  std::fputs(text.c_str(), stdout);
}

void fail(Totals& totals, const std::string& text) {
  ++totals.failed;
  report(totals, text);
}

void run_file(const std::string& path, Totals& totals) {
  const auto text = base::read_file(path, file_limit);
  if (!text) return fail(totals, text.failure().what + "\n");
  Transcript transcript = parse(*text);
  if (transcript.steps.empty()) return fail(totals, path + ": no command in it\n");
  const Scratch scratch;
  if (!transcript.fixture.empty()) {
    const std::string fixture = fixture_path(transcript.fixture);
    if (!fs::is_directory(fixture)) return fail(totals, path + ": no fixture " + fixture + "\n");
    if (const auto why = copy(fixture, scratch.work()); !why.empty())
      return fail(totals, fmt::format("{}: {}\n", path, why));
  }
  const auto names = environment(scratch, transcript.today);
  if (names.empty()) return fail(totals, path + ": no such day: " + transcript.today + "\n");
  for (auto& step : transcript.steps) {
    const Output actual = run_step(step, scratch, names);
    if (actual == step.expected) {
      ++totals.passed;
      continue;
    }
    if (totals.update)
      ++totals.passed;
    else
      fail(totals, fmt::format("{}:{}: $ {}\n{}\n", path, step.line, step.command,
                               difference(step.expected, actual)));
    step.expected = actual;
  }
  if (!totals.update) return;
  const std::string now = render(transcript);
  if (now == *text) return;
  const auto written = base::write_file(path, now);
  if (!written) return fail(totals, written.failure().what + "\n");
  report(totals, path + ": rewritten\n");
}

std::vector<std::string> find_files(const std::vector<std::string>& places) {
  std::vector<std::string> files;
  for (const auto& place : places) {
    if (!fs::is_directory(place)) {
      files.push_back(place);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(place))
      if (entry.path().extension() == ".test") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

int run(std::vector<std::string> arguments) {
  std::string bin = "build";
  if (arguments.size() >= 2 && arguments[0] == "--bin") {
    bin = arguments[1];
    arguments.erase(arguments.begin(), arguments.begin() + 2);
  }
  if (arguments.empty()) arguments.emplace_back("tests/golden");
  umask(022);
  // Programs get a clean environment from base::run; what it would pass on is set here.
  const std::string path = fs::absolute(bin).string() + ":/usr/local/bin:/usr/bin:/bin";
  for (const char* name : {"HOME", "TERM", "TMPDIR", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR",
                           "XDG_DATA_HOME", "XDG_CACHE_HOME"})
    unsetenv(name);
  setenv("PATH", path.c_str(), 1);

  Totals totals;
  totals.update = std::getenv("UPDATE_GOLDEN") != nullptr;
  const auto files = find_files(arguments);
  base::ParallelFor().run(
      files.size(),
      [&](unsigned, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) run_file(files[i], totals);
      },
      1);
  fmt::print("{} passed, {} failed\n", totals.passed.load(), totals.failed.load());
  return totals.failed == 0 && totals.passed > 0 ? 0 : 1;
}

}  // namespace
}  // namespace golden

int main(int argc, char** argv) { return golden::run({argv + 1, argv + argc}); }
