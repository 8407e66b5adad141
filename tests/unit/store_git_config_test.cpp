#include "base/files.hpp"
#include "scratch.hpp"
#include "store/git.hpp"
#include "store/git_config.hpp"
#include "store/merge_driver.hpp"

#include <doctest/doctest.h>

#include <string>

namespace store_git_config_test {

using namespace rapport::store;
using rapport::test::Scratch;

namespace {

/// The names of the settings that run something.
std::string runs(std::string_view text) {
  const auto settings = read_git_config(text);
  if (!settings) return "refused";
  std::string names;
  for (const auto& setting : *settings)
    if (runs_program(setting)) names += setting.name() + " ";
  return names;
}

std::string active(std::string_view text) {
  std::string names;
  for (const auto name : active_attributes(text)) names += std::string(name) + " ";
  return names;
}

}  // namespace

TEST_CASE("git config: what git writes itself runs nothing") {
  CHECK(runs("[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tfsmonitor = false\n"
             "[remote \"origin\"]\n\turl = git@example.org:office.git\n"
             "\tfetch = +refs/heads/*:refs/remotes/origin/*\n"
             "[branch \"main\"]\n\tremote = origin\n[user]\n\tname = A\n"
             "[alias]\n\tst = status\n[pager]\n\tlog = true\n[credential]\n\thelper = cache\n"
             "[url \"https://example.org/\"]\n\tinsteadOf = o:\n") == "");
}

TEST_CASE("git config: settings that run a program, however they are written") {
  CHECK(runs("[core]\nfsmonitor = ./x\n") == "core.fsmonitor ");
  CHECK(runs("[CORE] FsMonitor=./x") == "core.fsmonitor ");
  CHECK(runs("\xef\xbb\xbf[core]\r\n\thooksPath = hooks\r\n") == "core.hookspath ");
  CHECK(runs("[core]\n# a comment has no next line \\\nsshCommand = x\n") == "core.sshcommand ");
  CHECK(runs("[core]\nabbrev = 1 \\\n2\npager = x\n") == "core.pager ");
  CHECK(runs("[core]\nabbrev = \"a # b\" ; c\neditor = x\n") == "core.editor ");
  CHECK(runs("[filter \"a.b \\\" c\"]\nclean = x\n") == "filter.a.b \" c.clean ");
  CHECK(runs("[filter.old]\nsmudge = x\nprocess = y\n") == "filter.old.smudge filter.old.process ");
  CHECK(runs("[diff]external=x\n[diff \"y\"]textconv=z\n[merge \"u\"]driver=v\n") ==
        "diff.external diff.y.textconv merge.u.driver ");
  CHECK(runs("[alias]\na = !sh\nb = log\n") == "alias.a ");
  CHECK(runs("[include]\npath = ../x\n[includeIf \"gitdir:~/\"]\npath = y\n") ==
        "include.path includeif.gitdir:~/.path ");
  CHECK(runs("[credential]\nhelper = ./x\n[credential \"https://h\"]\nhelper = !y\n") ==
        "credential.helper credential.https://h.helper ");
  CHECK(runs("[remote \"o\"]\nurl = ext::sh -c x\nuploadpack = y\n") ==
        "remote.o.url remote.o.uploadpack ");
  CHECK(runs("[url \"ext::x \"]\ninsteadOf = https:\n") == "url.ext::x .insteadof ");
  CHECK(runs("[submodule \"s\"]\nupdate = !x\n") == "submodule.s.update ");
}

TEST_CASE("git config: what git refuses is refused") {
  CHECK(runs("fsmonitor = x\n") == "refused");
  CHECK(runs("[core\nfsmonitor = x\n") == "refused");
  CHECK(runs("[filter \"x\n\"]\n") == "refused");
  CHECK(runs("[core]\n= x\n") == "refused");
  CHECK(runs("[core]\nfsmonitor x\n") == "refused");
  CHECK(runs("") == "");
}

TEST_CASE("git config: our own merge driver is none to warn of, and nothing that is like it") {
  Scratch scratch;
  REQUIRE(git(scratch.path(), {"init", "-q"}));
  REQUIRE(install_merge_driver(scratch.path()));
  const auto text = rapport::base::read_file(scratch.at(".git/config"), 4096);
  REQUIRE(text);
  REQUIRE(text->find("rapport merge-driver run") != text->npos);
  CHECK(runs(*text) == "");
  CHECK(runs(*text + "\tdriver = ./x\n") == "merge.rapport.driver ");
  CHECK(runs("[merge \"rapport\"]\n\tdriver = rapport merge-driver run %O %A %B %P; ./x\n") ==
        "merge.rapport.driver ");
  std::string lines;
  for (const auto line : merge_attributes()) (lines += line) += '\n';
  CHECK(active(lines) == "");
  CHECK(active("* merge=rapport\n") == "merge ");
  CHECK(active("rapport.yaml merge=rapport filter=x\n") == "filter merge ");
}

TEST_CASE("git attributes: drivers, and what changes the text of files") {
  CHECK(active("*.yaml text eol=lf\n* -text\n# * filter=x\n*.x binary -diff !merge merge diff\n") ==
        "");
  CHECK(active("* filter=x") == "filter ");
  CHECK(active("\"a b\\\" filter=y\" text\r\n\"a b\"\tmerge=union\r\n") == "merge ");
  CHECK(active("[attr]mine diff=z ident\n*.yaml mine\n") == "diff ident ");
  CHECK(active("*.yaml working-tree-encoding=UTF-16 export-subst\n") ==
        "working-tree-encoding export-subst ");
}

}  // namespace store_git_config_test
