// Commits are found, and what they changed is read, without anything that the repository configures
// being run: each program it could name would leave a mark.
#include "history_office.hpp"
#include "store/commits.hpp"
#include "store/revision_texts.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace store_commits_test {

using namespace rapport;
using test::HistoryOffice;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view partner = test::HistoryOffice::partner;

std::vector<std::string> trouble_paths(const store::Texts& texts, value::Trouble kind) {
  std::vector<std::string> paths;
  for (const auto& trouble : texts.troubles)
    if (trouble.trouble == kind) paths.emplace_back(trouble.path);
  std::ranges::sort(paths);
  return paths;
}

std::vector<std::string> read_paths(const store::Texts& texts) {
  std::vector<std::string> paths;
  for (const auto& file : texts.files) paths.emplace_back(file.path);
  std::ranges::sort(paths);
  return paths;
}

}  // namespace

TEST_CASE("commits: a date is the last one up to the end of its day, where it was made") {
  const HistoryOffice office;
  const auto first = office.commit("2026-06-01T23:30:00-0500");  // the 2nd in UTC
  office.write(partner, "kind: media\n");
  const auto second = office.commit("2026-07-02T00:30:00+0200");  // the 1st in UTC
  const auto hash = [&](const std::string& typed) {
    const auto found = store::find_commit(office.path(), typed);
    return found ? found->hash : found.failure().what;
  };
  CHECK(hash("2026-06-01") == first);
  CHECK(hash("2026-06") == first);
  CHECK(hash("2026-07-01") == first);
  CHECK(hash("2026-07-02") == second);
  CHECK(hash("2026") == second);
  CHECK(hash("HEAD~1") == first);
  CHECK(hash(first.substr(0, 8)) == first);
  CHECK(hash("2026-05-31") == "there is no commit up to 2026-05-31; the first is of 2026-06-01");
  CHECK(hash("mian") == "no commit 'mian'");
  CHECK(hash("--all") == "no commit '--all'");
  CHECK(hash("HEAD:" + std::string(partner)) == "no commit 'HEAD:partners/states/a.yaml'");
  CHECK(store::find_commit(office.path(), "mian").failure().hint == "did you mean 'main'?");
}

TEST_CASE("commits: only the first parents have been the state of a day") {
  const HistoryOffice office;
  const auto first = office.commit("2026-06-01T10:00:00Z");
  office.git({"checkout", "-q", "-b", "side"});
  office.write(partner, "kind: media\n");
  office.commit("2026-06-02T10:00:00Z");
  office.git({"checkout", "-q", "main"});
  office.git({"merge", "-q", "--no-ff", "-m", "m", "side"}, "2026-06-09T10:00:00Z");
  const auto found = store::find_commit(office.path(), "2026-06-05");
  REQUIRE(found);
  CHECK(found->hash == first);
}

TEST_CASE("commits: a merge changed only what is as in none of its parents") {
  const HistoryOffice office;
  office.write("partners/states/b.yaml", "kind: ngo\n");
  office.commit("2026-06-01T10:00:00Z");
  office.git({"checkout", "-q", "-b", "side"});
  office.write(partner, "kind: media\n");
  office.write("partners/states/b.yaml", "kind: media\n");
  office.commit("2026-06-02T10:00:00Z");
  office.git({"checkout", "-q", "main"});
  office.write(partner, "kind: lawyer\n");
  office.commit("2026-06-03T10:00:00Z");
  office.git({"merge", "-q", "side"});
  office.write(partner, "kind: expert\n");
  const auto merge = office.commit("2026-06-04T10:00:00Z");
  const auto log = store::read_log(office.path(), merge);
  REQUIRE(log);
  REQUIRE(log->commits.size() == 4);
  CHECK(log->begins == "");
  const auto& newest = log->commits.front();
  CHECK(newest.commit.hash == merge);
  CHECK(newest.author == "A");
  CHECK(newest.author_day == "2026-06-04");
  CHECK(newest.author_time == "2026-06-04T10:00:00+00:00");
  REQUIRE(newest.files.size() == 1);
  CHECK(newest.files[0].path == partner);
  CHECK(newest.files[0].before.size() == 2);
  const auto& side = log->commits[2];
  REQUIRE(side.files.size() == 2);
  CHECK(side.files[1].path == "partners/states/b.yaml");
  CHECK(log->commits[3].files[0].before == std::vector<std::string>{""});
}

TEST_CASE("commits: names are judged as on disk, and only regular files are read") {
  const HistoryOffice office;
  for (const auto* name :
       {"partners/.hidden.yaml", "partners/.git-x/a.yaml", "partners/states/B.yaml",
        "partners/states/A.yaml", "partners/states/notes.txt", "partners/x.yaml/c.yaml",
        "partners/states/-d.yaml", "templates/en/x.md", "engagements/2026/e.yaml",
        "reference/own.yaml", "other/f.yaml"})
    office.write(name, "kind: ngo\n");
  office.write("partners/states/large.yaml", std::string(256 * 1024 + 1, '#'));
  fs::create_symlink("a.yaml", office.at("partners/states/link.yaml"));
  const auto hash = office.commit("2026-06-01T10:00:00Z");
  const auto texts = store::read_commit(office.path(), hash);
  REQUIRE(texts);
  CHECK(read_paths(*texts) == std::vector<std::string>{"engagements/2026/e.yaml", partner.data(),
                                                       "rapport.yaml", "reference/own.yaml"});
  CHECK(trouble_paths(*texts, value::Trouble::link) ==
        std::vector<std::string>{"partners/states/link.yaml"});
  CHECK(trouble_paths(*texts, value::Trouble::too_large) ==
        std::vector<std::string>{"partners/states/large.yaml"});
  CHECK(trouble_paths(*texts, value::Trouble::not_regular) ==
        std::vector<std::string>{"partners/x.yaml"});
  CHECK(trouble_paths(*texts, value::Trouble::not_canonical) ==
        std::vector<std::string>{"partners/states/B.yaml"});
  CHECK(trouble_paths(*texts, value::Trouble::case_twin) ==
        std::vector<std::string>{"partners/states/A.yaml"});
  CHECK(trouble_paths(*texts, value::Trouble::not_yaml) ==
        std::vector<std::string>{"partners/states/notes.txt"});
  CHECK(trouble_paths(*texts, value::Trouble::odd_name) ==
        std::vector<std::string>{"partners/states/-d.yaml"});
}

TEST_CASE("commits: a file that the clone lacks is a trouble, and is not fetched") {
  const HistoryOffice office;
  const auto hash = office.commit("2026-06-01T10:00:00Z");
  const auto blob = office.git({"rev-parse", "HEAD:" + std::string(partner)});
  fs::remove(office.at(".git/objects/" + blob.substr(0, 2) + "/" + blob.substr(2)));
  const auto texts = store::read_commit(office.path(), hash);
  REQUIRE(texts);
  CHECK(read_paths(*texts) == std::vector<std::string>{"rapport.yaml"});
  CHECK(trouble_paths(*texts, value::Trouble::unreadable) ==
        std::vector<std::string>{std::string(partner)});
}

TEST_CASE("commits: what is staged is read from the index that is named") {
  const HistoryOffice office;
  office.git({"add", "-A"});
  fs::copy_file(office.at(".git/index"), office.at("other-index"));
  office.write(partner, "kind: media\n");
  office.git({"add", "-A"});
  const auto text_in = [&](const std::string& index) {
    const auto texts = store::read_staged(office.path(), index);
    REQUIRE(texts);
    const auto found = std::ranges::find(texts->files, partner, &store::TextFile::path);
    REQUIRE(found != texts->files.end());
    return std::string(found->text);
  };
  CHECK(text_in("") == "kind: media\n");
  CHECK(text_in(office.at("other-index")) == "kind: ngo\n");
}

TEST_CASE("commits: nothing is staged while a file is in conflict") {
  const HistoryOffice office;
  office.commit("2026-06-01T10:00:00Z");
  office.git({"checkout", "-q", "-b", "side"});
  office.write(partner, "kind: media\n");
  office.commit("2026-06-02T10:00:00Z");
  office.git({"checkout", "-q", "main"});
  office.write(partner, "kind: lawyer\n");
  office.commit("2026-06-03T10:00:00Z");
  office.git({"merge", "-q", "side"});
  const auto texts = store::read_staged(office.path(), "");
  REQUIRE(!texts);
  CHECK(texts.failure().what ==
        "'partners/states/a.yaml' is in conflict, and cannot be committed yet");
}

TEST_CASE("commits: a shallow clone says where its history begins") {
  const HistoryOffice office;
  office.commit("2026-06-01T10:00:00Z");
  office.write(partner, "kind: media\n");
  office.commit("2026-06-02T10:00:00Z");
  const test::Scratch clone;
  office.git({"clone", "-q", "--depth", "1", "file://" + office.path(), clone.at("in")});
  CHECK(store::is_shallow(clone.at("in")));
  const auto log = store::read_log(clone.at("in"), "HEAD");
  REQUIRE(log);
  CHECK(log->commits.empty());
  CHECK(log->begins == "2026-06-02");
  const auto before = store::find_commit(clone.at("in"), "2026-06-01");
  REQUIRE(!before);
  CHECK(before.failure().hint ==
        "this clone has only the latest commits; `git fetch --unshallow` gets all");
}

TEST_CASE("commits: in a folder of a work tree, paths are from there") {
  const HistoryOffice office;
  office.commit("2026-06-01T10:00:00Z");
  office.git({"rm", "-q", "-r", "--cached", "."});
  fs::create_directory(office.at("in it"));
  fs::rename(office.at("partners"), office.at("in it/partners"));
  fs::rename(office.at("rapport.yaml"), office.at("in it/rapport.yaml"));
  const auto hash = office.commit("2026-06-02T10:00:00Z");
  const auto texts = store::read_commit(office.at("in it"), hash);
  REQUIRE(texts);
  CHECK(read_paths(*texts) == std::vector<std::string>{partner.data(), "rapport.yaml"});
  const auto log = store::read_log(office.at("in it"), hash);
  REQUIRE(log);
  REQUIRE(log->commits.size() == 1);
  CHECK(log->commits[0].files[0].path == partner);
}

TEST_CASE("commits: no program of the repository is run") {
  const HistoryOffice office;
  office.write(".gitattributes", "*.yaml filter=x diff=x merge=x\n");
  const auto first = office.commit("2026-06-01T10:00:00Z");
  office.write(partner, "kind: media\n");
  const auto second = office.commit("2026-06-02T10:00:00Z");
  const std::string mark = office.path() + ".ran";
  const std::string program = office.path() + ".sh";
  office.write("../" + program.substr(program.rfind('/') + 1),
               "#!/bin/sh\ntouch '" + mark + "'\ncat\n");
  REQUIRE(chmod(program.c_str(), 0700) == 0);
  for (const auto* name :
       {"filter.x.clean", "filter.x.smudge", "filter.x.process", "diff.x.textconv",
        "diff.x.command", "diff.external", "merge.x.driver", "core.fsmonitor", "core.pager",
        "core.editor", "core.sshCommand", "core.askPass", "gpg.program", "gpg.ssh.program",
        "pager.log", "interactive.diffFilter", "uploadpack.packObjectsHook",
        "core.alternateRefsCommand", "credential.helper"})
    office.git({"config", name, program});
  for (const auto* name : {"rev-list", "rev-parse", "diff-tree", "ls-tree", "ls-files", "cat-file",
                           "log", "merge-base", "for-each-ref", "config"})
    office.git({"config", fmt::format("alias.{}", name), "!" + program});
  office.git({"config", "log.showSignature", "true"});
  office.git({"config", "log.showRoot", "false"});
  office.git({"config", "diff.renames", "copies"});
  office.git({"config", "core.hooksPath", office.path() + ".hooks"});

  const std::string& root = office.path();
  CHECK(store::find_commit(root, "HEAD"));
  CHECK(!store::find_commit(root, "nothing"));
  CHECK(store::find_commit(root, "2026-06-01"));
  CHECK(store::merge_base(root, {first, ""}, {second, ""}));
  const auto log = store::read_log(root, second);
  REQUIRE(log);
  CHECK(log->commits.size() == 2);
  const auto messages = store::read_messages(root, {second});
  REQUIRE(messages);
  REQUIRE(messages->size() == 2);
  CHECK(messages->front().text == "A message\nof two lines");
  CHECK(store::read_commit(root, first));
  CHECK(store::read_staged(root, ""));
  CHECK(!fs::exists(mark));
  fs::remove(mark);
  fs::remove(program);
}

}  // namespace store_commits_test
