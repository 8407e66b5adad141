#include "writing.hpp"

#include "measure.hpp"
#include "sheet.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <string_view>
#include <vector>

namespace bench {
namespace {

constexpr int runs = 5;

// Each commit changes the level of some partners, and of every tenth the day of an act of consent.
constexpr std::string_view history_script = R"(
set -e
git clone -q "$1" "$2"
cd "$2"
files=$(git ls-files partners | head -n 500)
set -- $files
for number in $(seq 1 200); do
  for step in 1 2 3; do
    sed -i 's/^level: local$/level: &/; s/^level: national$/level: local/; s/^level: level: .*/level: national/' "$1"
    sed -i "s/until: 2027-.*/until: 2027-$(printf '%02d' $((number % 12 + 1)))-20/" "$1"
    first=$1; shift; set -- "$@" "$first"
  done
  day=$(printf '2026-%02d-%02dT12:00:00Z' $((number / 28 % 12 + 1)) $((number % 28 + 1)))
  GIT_AUTHOR_DATE=$day GIT_COMMITTER_DATE=$day git -c user.name=bench \
    -c user.email=bench@localhost commit -q -a -m "change $number"
done
git tag made
)";

std::vector<std::string> with_day(const std::string& rapport, std::vector<std::string> words) {
  words.insert(words.begin(), {rapport, "--today", "2026-06-20", "-j", "2", "-q"});
  return words;
}

/// The path of its file.
std::string first_partner(const std::string& root) {
  return output_of({"file", {"sh", "-c", "git ls-files partners | head -n 1 | tr -d '\\n'"}, root});
}

std::string id_of(const std::string& path) {
  const auto start = path.rfind('/') + 1;
  return path.substr(start, path.rfind('.') - start);
}

/// Measures all in turns, and how long each of ours takes beside `git`, the name of one of them.
void race_beside(std::vector<Contender> all, std::string_view git, Sheet& sheet) {
  race(all, 1);
  for (auto& each : all) each.seconds = 0;
  race(all, runs);
  double beside = 0;
  for (const auto& each : all) {
    sheet.add(each.name, each.seconds, "s");
    if (each.name == git) beside = each.seconds;
  }
  for (const auto& each : all)
    if (each.name != git)
      sheet.add(fmt::format("{}-over-{}", each.name, git), each.seconds / beside, "times");
}

}  // namespace

void make_history(const std::string& clean, const std::string& root) {
  const Contender script{
      "history", {"sh", "-c", std::string(history_script), "history", clean, root}, "/"};
  output_of(script);
}

void race_history(const std::string& rapport, const std::string& root, Sheet& sheet) {
  const std::string file = first_partner(root);
  const std::string id = id_of(file);
  race_beside({{"log-of-one", with_day(rapport, {"log", id}), root},
               {"git-log-of-one", {"git", "--no-pager", "log", "-p", "--", file}, root}},
              "git-log-of-one", sheet);
  race_beside({{"log", with_day(rapport, {"log"}), root},
               {"git-log", {"git", "--no-pager", "log", "-p"}, root}},
              "git-log", sheet);
  race_beside({{"diff", with_day(rapport, {"diff", "HEAD~100..HEAD"}), root},
               {"git-diff", {"git", "--no-pager", "diff", "HEAD~100..HEAD"}, root}},
              "git-diff", sheet);
  race_beside({{"list-at",
                with_day(rapport, {"list", "partners", "country:HND", "--at", "HEAD~100"}), root},
               {"git-grep-at", {"git", "grep", "-c", "country: HND", "HEAD~100"}, root}},
              "git-grep-at", sheet);
  race_beside({{"validate-staged", with_day(rapport, {"validate", "--staged"}), root},
               {"git-status", {"git", "--no-optional-locks", "status", "--short"}, root}},
              "git-status", sheet);
}

void race_writing(const std::string& rapport, const std::string& root, Sheet& sheet) {
  const std::string id = id_of(first_partner(root));
  const auto ours = [&](std::string name, std::vector<std::string> words) {
    return Contender{std::move(name), with_day(rapport, std::move(words)), root};
  };
  race_beside(
      {ours("list", {"list", "partners", "country:HND"}),
       ours("set", {"set", id, "level=subnational", "--dry-run"}),
       ours("set-where", {"set", "--where", "country:HND", "level=subnational", "--dry-run"}),
       ours("fmt-check", {"fmt", "--check"}),
       ours("rename", {"rename", id, "org-renamed", "--dry-run"}),
       ours("duplicates", {"duplicates"}),
       ours("today", {"today"}),
       ours("completion", {"completion", "bash", "--", "rapport", "show", ""}),
       {"git-grep", {"git", "grep", "--threads=2", "-c", "country: HND"}, root}},
      "git-grep", sheet);
}

}  // namespace bench
