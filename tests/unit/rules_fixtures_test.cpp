// Every rule has a repository with exactly one fault, tests/fixtures/bad/<id>, which this rule
// finds and no other. Each lies over the files of _base, in which nothing is wrong. What cannot be
// kept under version control is said in a file `how`.
#include "rules_repository.hpp"
#include "scratch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace rapport::tests::rules_fixtures_test {
namespace {

namespace fs = std::filesystem;

const fs::path bad = fs::path(RAPPORT_SOURCE_DIR) / "tests/fixtures/bad";

constexpr std::pair<std::string_view, value::Trouble> words[] = {
    {"unreadable", value::Trouble::unreadable},
    {"changed", value::Trouble::changed},
    {"case_twin", value::Trouble::case_twin},
};

/// Does what the lines of `how` say; a trouble that needs another program at work is only told.
std::vector<value::PathTrouble> prepare(const fs::path& root, const fs::path& how) {
  std::vector<value::PathTrouble> troubles;
  std::ifstream lines(how);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words_of_line(line);
    std::string word;
    std::string first;
    std::string second;
    words_of_line >> word >> first;
    std::getline(words_of_line >> std::ws, second);
    if (word == "write" || word == "program") {
      fs::create_directories((root / first).parent_path());
      std::ofstream(root / first) << second << "\n";
      if (word == "program") fs::permissions(root / first, fs::perms::owner_all);
    } else if (word == "pad") {
      std::ofstream(root / first, std::ios::app)
          << "# " << std::string(std::stoul(second), 'x') << "\n";
    } else if (word == "symlink") {
      fs::create_symlink(second, root / first);
    } else if (word == "link") {
      fs::create_hard_link(root / first, root / second);
    } else {
      REQUIRE(word == "trouble");
      const auto* known =
          std::ranges::find(words, first, &std::pair<std::string_view, value::Trouble>::first);
      REQUIRE(known != std::end(words));
      static std::vector<std::string> kept;
      kept.reserve(100);
      kept.push_back(second.substr(0, second.find(' ')));
      troubles.push_back({kept.back(), known->second,
                          known->second == value::Trouble::unreadable ? 13 : 0,
                          "partners/states/XXA-mfa.yaml"});
    }
  }
  return troubles;
}

void copy(const fs::path& from, const std::string& to) {
  fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
}

}  // namespace

TEST_CASE("rules: nothing is wrong with the base of the fixtures") {
  const test::Scratch scratch;  // not below our own sources, which git keeps
  copy(bad / "_base", scratch.path());
  const CheckedRepository checked(scratch.path());
  CHECK(checked.text() == "");
  CHECK(checked.records() == 9);
}

TEST_CASE("rules: each has a fixture that it finds once, and no other rule finds") {
  for (const auto& rule : rules::all_rules()) {
    const fs::path fixture = bad / std::string(rule.name);
    REQUIRE_MESSAGE(fs::is_directory(fixture), "no fixture for " << rule.name);
    const test::Scratch scratch;
    copy(bad / "_base", scratch.path());
    copy(fixture, scratch.path());
    const auto troubles = prepare(scratch.path(), fixture / "how");
    const CheckedRepository checked(scratch.path(), troubles);
    const auto& findings = checked.findings();
    const bool once = findings.size() == 1 && findings.front().rule == rule.name;
    CHECK_MESSAGE(once, rule.name << " found:\n" << checked.text());
  }
}

TEST_CASE("rules: each fixture is one of a rule") {
  for (const auto& entry : fs::directory_iterator(bad)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_directory() && name != "_base")
      CHECK_MESSAGE(rules::find_rule(name) != nullptr, name);
  }
}

TEST_CASE("rules: findings do not depend on threads or on when local rules run") {
  const test::Scratch scratch;
  copy(bad / "_base", scratch.path());
  for (const auto* rule : {"unknown-state", "keep-apart", "reply-overdue", "unknown-mark"})
    copy(bad / rule, scratch.path());
  const std::string one = CheckedRepository(scratch.path(), {}, 1).text();
  CHECK(one != "");
  CHECK(one == CheckedRepository(scratch.path(), {}, 3).text());
  CHECK(one == CheckedRepository(scratch.path(), {}, 2, false).text());
}

}  // namespace rapport::tests::rules_fixtures_test
