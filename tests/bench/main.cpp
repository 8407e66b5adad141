// The benchmark: one line a measure, as name, value, unit and limit, set apart by tabs; status 1
// when a limit is missed. tests/bench/run builds and calls it.
//
//   rapport-bench measure BIN DIRECTORY     BIN has rapport; repositories are made in DIRECTORY
//   rapport-bench generate DIRECTORY COUNT | floor DIRECTORY | libyaml … | yaml-cpp …
#include "generate.hpp"
#include "measure.hpp"
#include "readers.hpp"
#include "sheet.hpp"
#include "writing.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bench {
namespace {

namespace fs = std::filesystem;

constexpr int runs = 5;
constexpr int runs_of_start = 50;  // a start is so short that a single one says little
constexpr std::string_view day = "2026-06-20";
constexpr std::size_t small = 10'000;
constexpr std::size_t large = 100'000;

/// The repository of `count` records, made when it is not there yet, and committed for git.
std::string repository(const std::string& directory, std::size_t count, Faults faults) {
  const fs::path root =
      fs::path(directory) / (std::to_string(count) + (faults == Faults::none ? "-clean" : ""));
  if (fs::exists(root / ".git/refs/heads/bench")) return root;
  fs::remove_all(root);
  fmt::print(stderr, "making {} records\n", count);
  generate(root, count, faults);
  const std::string git = "cd '" + root.string() +
                          "' && git init -q -b bench && git add -A && git -c user.name=bench "
                          "-c user.email=bench@localhost commit -q -m records";
  if (std::system(git.c_str()) != 0) std::exit(1);
  return root;
}

/// Megabytes of all records.
double size_of(const std::string& self, const std::string& root) {
  const std::string text = output_of({"floor", {self, "floor", root}, "/"});
  return std::strtod(text.c_str() + text.find(' '), nullptr) / (1024 * 1024);
}

/// A clone of it, with commits that change records.
std::string with_history(const std::string& clean) {
  const std::string root = clean + "-history";
  if (fs::exists(root + "/.git/refs/tags/made")) return root;
  fs::remove_all(root);
  fmt::print(stderr, "making a history\n");
  make_history(clean, root);
  return root;
}

struct Programs {
  std::string rapport;
  std::string self;

  std::vector<std::string> validate() const {
    return {rapport, "validate", "--today", std::string(day), "-j", "2"};
  }
};

/// What was spoilt must be found, and nothing else: a fast wrong answer is no measure.
void check_answer(const Programs& programs, const std::string& root, std::size_t count,
                  Sheet& sheet) {
  const std::string text = output_of({"validate", programs.validate(), root, 1});
  const std::string expected = fmt::format(": {} errors", count / fault_every);
  const auto last = text.rfind('\n', text.size() - 2);
  const std::string summary = text.substr(last + 1);
  if (summary.find(expected) == summary.npos)
    sheet.fail(fmt::format("validate of {} says '{}' instead of '{}'", count, summary, expected));
}

void race_large(const Programs& programs, const std::string& root, double& validate, Sheet& sheet) {
  std::vector<Contender> all = {
      {"floor", {programs.self, "floor", root}, "/"},
      {"validate", programs.validate(), root, 1},
      {"git-status", {"git", "--no-optional-locks", "status", "--short"}, root},
      {"git-grep", {"git", "grep", "--threads=2", "-c", "spokesperson"}, root},
      {"libyaml", {programs.self, "libyaml", root}, "/"},
      {"yaml-cpp", {programs.self, "yaml-cpp", root}, "/"},
  };
  race(all, 1);  // brings the files into the page cache
  for (auto& each : all) each.seconds = each.megabytes = 0;
  race(all, runs);
  const double bytes = size_of(programs.self, root);
  sheet.add("bytes-100000", bytes, "MiB");
  for (const auto& each : all) sheet.add(each.name + "-100000", each.seconds, "s");
  sheet.add("validate-100000-over-floor", all[1].seconds / all[0].seconds, "times", 2.0);
  sheet.add("validate-100000-memory-over-bytes", all[1].megabytes / bytes, "times", 3.0);
  validate = all[1].seconds;
}

/// What Tab asks for behind `line`, or for the word after it.
std::vector<std::string> complete(const Programs& programs, std::string_view line) {
  std::vector<std::string> words = {programs.rapport, "completion", "bash", "-j", "2", "--",
                                    "rapport"};
  std::string word;
  for (const char c : line)
    if (c == ' ')
      words.push_back(std::exchange(word, {}));
    else
      word += c;
  words.push_back(word);
  if (!word.ends_with(':')) words.emplace_back();
  return words;
}

/// `clean` is for `list`, which gives no answer while a record cannot be read.
void race_small(const Programs& programs, const std::string& root, const std::string& clean,
                double large_validate, Sheet& sheet) {
  std::vector<Contender> all = {
      {"floor", {programs.self, "floor", root}, "/"},
      {"validate", programs.validate(), root, 1},
      {"list", {programs.rapport, "list", "partners", "country:HND", "-j", "2"}, clean, 0},
      {"floor-clean", {programs.self, "floor", clean}, "/"},
      {"complete-id", complete(programs, "show"), clean},
      {"complete-reference", complete(programs, "list engagements with:"), clean},
  };
  race(all, 1);
  for (auto& each : all) each.seconds = each.megabytes = 0;
  race(all, runs);
  const double bytes = size_of(programs.self, root);
  sheet.add("bytes-10000", bytes, "MiB");
  sheet.add("floor-10000", all[0].seconds, "s");
  sheet.add("validate-10000", all[1].seconds, "s");
  sheet.add("list-10000", all[2].seconds, "s");
  sheet.add("list-10000-over-floor", all[2].seconds / all[3].seconds, "times", 2.0);
  for (std::size_t i = 4; i < all.size(); ++i)
    sheet.add(all[i].name + "-10000-over-list", all[i].seconds / all[2].seconds, "times", 1.1);
  sheet.add("validate-10000-memory-over-bytes", all[1].megabytes / bytes, "times", 3.0);
  sheet.add("validate-100000-over-10000", large_validate / all[1].seconds, "times", 11);
}

/// Beside git, which people start as often.
void race_start(const Programs& programs, Sheet& sheet) {
  std::vector<Contender> all = {
      {"start-up", {programs.rapport, "--version"}, "/"},
      {"git", {"git", "--version"}, "/"},
  };
  race(all, 1);
  for (auto& each : all) each.seconds = 0;
  race(all, runs_of_start);
  for (const auto& each : all) sheet.add(each.name + "-version", each.seconds * 1000, "ms");
  sheet.add("start-up-over-git", all[0].seconds / all[1].seconds, "times", 1.0);
}

int measure(const std::string& self, const std::string& bin, const std::string& directory) {
  const Programs programs{fs::canonical(bin) / "rapport", self};
  fs::create_directories(directory);
  const std::string big = repository(fs::canonical(directory), large, Faults::some);
  const std::string little = repository(fs::canonical(directory), small, Faults::some);
  const std::string clean = repository(fs::canonical(directory), small, Faults::none);
  Sheet sheet;
  check_answer(programs, little, small, sheet);
  check_answer(programs, big, large, sheet);
  race_start(programs, sheet);
  double validate = 0;
  race_large(programs, big, validate, sheet);
  race_small(programs, little, clean, validate, sheet);
  const std::string history = with_history(clean);
  race_history(programs.rapport, history, sheet);
  race_writing(programs.rapport, history, sheet);
  return sheet.missed() ? 1 : 0;
}

int run(const std::string& self, const std::vector<std::string>& arguments) {
  const std::string what = arguments.empty() ? "" : arguments[0];
  const std::size_t given = arguments.size();
  if (what == "measure" && given == 3) return measure(self, arguments[1], arguments[2]);
  if (what == "floor" && given == 2) return floor(arguments[1]);
  if (what == "libyaml" && given == 2) return libyaml(arguments[1]);
  if (what == "yaml-cpp" && given == 2) return yaml_cpp(arguments[1]);
  if (what == "generate" && given == 3) {
    generate(arguments[1], std::strtoull(arguments[2].c_str(), nullptr, 10), Faults::some);
    return 0;
  }
  fmt::print(stderr, "usage: the first lines of tests/bench/main.cpp\n");
  return 2;
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
  return bench::run(std::filesystem::canonical("/proc/self/exe"), {argv + 1, argv + argc});
}
