#include "scratch.hpp"
#include "store/programs.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace store_programs_test {

using namespace rapport;
using store::Trouble;
using test::Scratch;

namespace {

/// "path (what)" for each, sorted.
std::vector<std::string> found(const Scratch& scratch, const std::string& root = "",
                               std::vector<std::string_view> hidden = {}) {
  base::Arena names;
  std::vector<std::string> texts;
  const std::string path = root.empty() ? scratch.path() : scratch.at(root);
  for (const auto& each : store::find_programs(path, hidden, names))
    texts.push_back(std::string(each.path) + " (" + std::string(each.other) + ")");
  std::ranges::sort(texts);
  return texts;
}

using Found = std::vector<std::string>;

void program(const Scratch& scratch, std::string_view name) {
  scratch.write(name, "#!/bin/sh\n");
  REQUIRE(chmod(scratch.at(name).c_str(), 0700) == 0);
}

}  // namespace

TEST_CASE("programs: what git and rapport make themselves is none") {
  const Scratch scratch;
  scratch.write("rapport.yaml", "name: Office\n");
  scratch.write("README.md", "x");
  scratch.write(".gitattributes", "*.yaml text eol=lf\n");
  scratch.write(".gitignore", "*.csv\n");
  scratch.write(".git/config", "[core]\n\tbare = false\n");
  scratch.write(".git/info/exclude", "");
  scratch.write(".vscode/settings.json", "{}");
  program(scratch, ".git/hooks/pre-commit.sample");
  CHECK(found(scratch) == Found{});
}

TEST_CASE("programs: at the root, among the records, and in folders beside them") {
  const Scratch scratch;
  scratch.write("rapport.yaml", "");
  scratch.write("Makefile", "all:\n");
  scratch.write("list.SH", "");
  program(scratch, "tidy");
  scratch.write(".idea/workspace.xml", "");
  scratch.write("partners/.envrc", "");
  scratch.write("partners/states/.gitattributes", "* filter=x\n");
  scratch.write("templates/.gitattributes", "* merge=x\n");
  CHECK(found(scratch, "", {"partners/.envrc", "partners/states/.gitattributes"}) ==
        Found{".idea (IntelliJ)", "Makefile (make)", "list.SH ()", "partners/.envrc (direnv)",
              "partners/states/.gitattributes (filter)", "templates/.gitattributes (merge)",
              "tidy ()"});
}

TEST_CASE("programs: a file of the author's that may be run hides no other one") {
  const Scratch scratch;
  program(scratch, "rapport.yaml");
  program(scratch, "README.md");
  CHECK(found(scratch) == Found{"README.md ()", "rapport.yaml ()"});
}

TEST_CASE("programs: at any depth below the templates, the reference rows and the log") {
  const Scratch scratch;
  scratch.write("rapport.yaml", "");
  scratch.write("templates/en/.gitattributes", "* filter=x\n");
  scratch.write("templates/en/Makefile", "all:\n");
  scratch.write("templates/en/letter.md", "Dear\n");
  scratch.write("templates/en/.vscode/tasks.json", "{}");
  scratch.write("reference/x/.envrc", "");
  scratch.write("reference/x/Makefile", "");  // told as a file that is no row
  scratch.write("log/outputs/2026/.gitattributes", "* merge=x\n");
  scratch.write("log/outputs/list-un-1.yaml", "edition: 1\n");
  program(scratch, "log/outputs/tidy");
  std::filesystem::create_directory_symlink("..", scratch.at("log/up"));
  CHECK(found(scratch) ==
        Found{"log/outputs/2026/.gitattributes (merge)", "log/outputs/tidy ()",
              "reference/x/.envrc (direnv)", "templates/en/.gitattributes (filter)",
              "templates/en/.vscode/tasks.json (VS Code)", "templates/en/Makefile (make)"});
}

TEST_CASE("programs: settings and hooks of git, wherever it keeps them") {
  const Scratch scratch;
  scratch.write("office/rapport.yaml", "");
  scratch.write(".git/config", "[core]\nfsmonitor = ./x\n");
  scratch.write(".gitattributes", "* filter=x\n");
  program(scratch, ".git/hooks/post-merge");
  const Found above{"../.git/config (core.fsmonitor)", "../.git/hooks/post-merge ()",
                    "../.gitattributes (filter)"};
  CHECK(found(scratch, "office") == above);

  scratch.write("office/.git", "gitdir: ../kept\n");
  scratch.write("kept/commondir", "common\n");
  scratch.write("kept/config.worktree", "[core]\nhooksPath = x\n");
  scratch.write("kept/common/config", "[core]\nsshCommand = x\n");
  scratch.write("kept/info/attributes", "* diff=x\n");
  CHECK(found(scratch, "office") == Found{"../kept/common/config (core.sshcommand)",
                                          "../kept/config.worktree (core.hookspath)",
                                          "../kept/info/attributes (diff)"});
}

TEST_CASE("programs: a file that cannot be looked at is told") {
  const Scratch scratch;
  scratch.write("rapport.yaml", "");
  scratch.write(".gitattributes", std::string(300'000, '#') + "\n* filter=x\n");
  scratch.write(".git/config", "[core\n");
  CHECK(found(scratch) == Found{".git/config ()", ".gitattributes ()"});
}

}  // namespace store_programs_test
