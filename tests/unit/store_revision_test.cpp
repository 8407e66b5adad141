// The revision of the records is found without anything that the repository configures being run:
// each program it could name would leave a mark.
#include "base/process.hpp"
#include "base/text.hpp"
#include "scratch.hpp"
#include "store/revision.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <deque>
#include <filesystem>
#include <string>
#include <vector>

namespace store_revision_test {

using namespace rapport;
using test::Scratch;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view office = "rapport.yaml";
constexpr std::string_view partner = "partners/states/a.yaml";

class Repository : public Scratch {
 public:
  explicit Repository(std::string_view format = "sha1") {
    git({"init", "-q", fmt::format("--object-format={}", format)});
    put(office, "name: Office\n");
    put(partner, "kind: ngo\n");
  }

  std::string git(std::vector<std::string> arguments) const {
    base::Command command{
        .argv = {"git", "-C", path(), "-c", "user.name=a", "-c", "user.email=a@example.org"},
        .environment = {"GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1"}};
    for (auto& argument : arguments) command.argv.push_back(std::move(argument));
    const auto done = base::run(command);
    REQUIRE(done);
    CHECK_MESSAGE(done->ok(), done->err);
    return std::string(base::trim(done->out));
  }

  std::string commit() const {
    git({"add", "-A"});
    git({"commit", "-q", "-m", "x"});
    return git({"rev-parse", "HEAD"});
  }

  /// On disk, and as it was read.
  void put(std::string_view name, std::string_view text) {
    write(name, text);
    take(name, text);
  }
  void take(std::string_view name, std::string_view text) {
    std::erase_if(read_, [&](const value::Source* source) { return source->path == name; });
    texts_.emplace_back(text);
    names_.emplace_back(name);
    read_.push_back(&sources_.emplace_back(value::Source{texts_.back(), names_.back(), {}}));
  }

  /// A program that leaves a mark when it is run.
  std::string program() const {
    write("../" + mark() + ".sh", "#!/bin/sh\ntouch '" + path() + ".ran'\ncat\n");
    const std::string program = at("../" + mark() + ".sh");
    REQUIRE(chmod(program.c_str(), 0700) == 0);
    return program;
  }
  bool has_run() const {
    const bool ran = fs::exists(path() + ".ran");
    fs::remove(path() + ".ran");
    fs::remove(at("../" + mark() + ".sh"));
    return ran;
  }

  store::Revision revision() const { return store::find_revision(path(), read_); }

 private:
  std::string mark() const { return path().substr(path().rfind('/') + 1); }

  std::deque<std::string> texts_, names_;
  std::deque<value::Source> sources_;
  std::vector<const value::Source*> read_;
};

}  // namespace

TEST_CASE("revision: that of the last commit when what was read is what it holds") {
  for (const std::string_view format : {"sha1", "sha256"}) {
    Repository repository(format);
    CHECK(repository.revision().unknown == "there is no commit yet");
    const std::string commit = repository.commit();
    CHECK(repository.revision().commit == commit);
    CHECK(repository.revision().unknown == "");

    repository.put(partner, "kind: media\n");
    const auto changed = repository.revision();
    CHECK(changed.commit == "");
    CHECK(changed.unknown == "1 file differs from the commit " + commit);
    CHECK(changed.detail == partner);
  }
}

TEST_CASE("revision: a file that is new or gone differs, one that is no record does not") {
  Repository repository;
  const std::string commit = repository.commit();
  repository.write("partners/notes.txt", "x");
  repository.write("partners/.hidden.yaml", "x");
  repository.write("log/outputs/list-un-1.yaml", "edition: 1\n");
  CHECK(repository.revision().commit == commit);
  repository.put("engagements/2026/new.yaml", "kind: meeting\n");
  CHECK(repository.revision().detail == "engagements/2026/new.yaml");
  const std::string second = repository.commit();
  CHECK(repository.revision().commit == second);
  repository.write("templates/en/letter.md", "Dear\n");
  CHECK(repository.revision().detail == "templates/en/letter.md");
  const std::string third = repository.commit();
  CHECK(repository.revision().commit == third);
  fs::remove(repository.at("templates/en/letter.md"));
  CHECK(repository.revision().detail == "templates/en/letter.md");
}

TEST_CASE("revision: a file among the templates that is none of them is not compared") {
  Repository repository;
  repository.write("templates/README.md", "What these are\n");
  repository.write("templates/en/old/letter.md", "Dear\n");
  repository.write("templates/en/letter.md", "Dear\n");
  const std::string commit = repository.commit();
  CHECK(repository.revision().unknown == "");
  CHECK(repository.revision().commit == commit);
}

TEST_CASE("revision: texts are compared whole, however many and alike they are") {
  Repository repository;
  for (int i = 0; i < 2000; ++i)
    repository.put(fmt::format("partners/others/p{}.yaml", i),
                   std::string(200, static_cast<char>('a' + i % 3)) + "\n");
  repository.put("partners/others/empty.yaml", "");
  const std::string commit = repository.commit();
  CHECK(repository.revision().commit == commit);
  repository.put("partners/others/p7.yaml", std::string(199, 'b') + "c\n");
  CHECK(repository.revision().detail == "partners/others/p7.yaml");
  CHECK(repository.revision().unknown == "1 file differs from the commit " + commit);
}

TEST_CASE("revision: a text that git has lost is not taken for the same") {
  Repository repository;
  repository.commit();
  const std::string object = repository.git({"rev-parse", "HEAD:" + std::string(partner)});
  fs::remove(repository.at(".git/objects/" + object.substr(0, 2) + "/" + object.substr(2)));
  const auto revision = repository.revision();
  CHECK(revision.commit == "");
  CHECK(revision.unknown != "");
}

TEST_CASE("revision: a text that stands for another one in the repository is not compared") {
  Repository repository;
  const std::string first = repository.commit();
  const std::string old = repository.git({"rev-parse", "HEAD:" + std::string(partner)});
  repository.put(partner, "kind: npo\n");
  const std::string second = repository.commit();
  const std::string now = repository.git({"rev-parse", "HEAD:" + std::string(partner)});
  repository.git({"replace", now, old});
  CHECK(repository.revision().commit == second);
}

TEST_CASE(
    "revision: a file would be added when git does not end, as with a pipe for its settings") {
  Repository repository;
  REQUIRE(mkfifo(repository.at("pipe").c_str(), 0600) == 0);
  repository.git({"config", "core.excludesFile", repository.at("pipe")});
  const auto start = std::chrono::steady_clock::now();
  CHECK(store::would_be_added(repository.path(), repository.at("list.csv")));
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(15));
}

TEST_CASE("revision: what is ignored, or in no work tree, would not be added") {
  Repository repository;
  repository.write(".gitignore", "*.csv\n");
  CHECK_FALSE(store::would_be_added(repository.path(), repository.at("list.csv")));
  CHECK(store::would_be_added(repository.path(), repository.at("list.txt")));
  const Scratch none;
  CHECK_FALSE(store::would_be_added(none.path(), none.at("list.csv")));
}

TEST_CASE("revision: line ends as Windows writes them are the same text") {
  Repository repository;
  const std::string commit = repository.commit();
  repository.put(partner, "kind: ngo\r\n");
  CHECK(repository.revision().commit == commit);
}

TEST_CASE("revision: none is expected where git keeps no versions") {
  const Scratch scratch;
  const auto revision = store::find_revision(scratch.path(), {});
  CHECK(revision.commit == "");
  CHECK(revision.unknown == "");
}

TEST_CASE("revision: no filter, monitor or hook of the repository is run") {
  Repository repository;
  repository.write(".gitattributes", "* filter=x diff=x\n");
  const std::string commit = repository.commit();
  const std::string program = repository.program();
  for (const char* name :
       {"filter.x.clean", "filter.x.smudge", "filter.x.process", "core.fsmonitor",
        "core.sshCommand", "core.pager", "core.editor", "diff.external", "diff.x.textconv",
        "diff.x.command", "alias.ls-tree", "alias.rev-parse", "credential.helper", "core.askPass"})
    repository.git({"config", name, program});
  repository.write(".git/hooks/post-index-change", "#!/bin/sh\n" + program + "\n");
  REQUIRE(chmod(repository.at(".git/hooks/post-index-change").c_str(), 0700) == 0);
  repository.put(partner, "kind: ngo\n");  // as new as if it had changed
  CHECK(repository.revision().commit == commit);
  CHECK(store::would_be_added(repository.path(), repository.at("list.csv")));
  CHECK_FALSE(repository.has_run());
}

TEST_CASE("revision: objects that a clone lacks are not fetched") {
  Repository repository;
  repository.commit();
  const std::string tree = repository.git({"rev-parse", "HEAD:partners"});
  fs::remove(repository.at(".git/objects/" + tree.substr(0, 2) + "/" + tree.substr(2)));
  repository.git({"config", "core.repositoryformatversion", "1"});
  repository.git({"config", "extensions.partialClone", "o"});
  repository.git({"config", "remote.o.promisor", "true"});
  repository.git({"config", "remote.o.url", repository.path()});
  repository.git({"config", "remote.o.uploadpack", repository.program()});
  const auto revision = repository.revision();
  CHECK(revision.commit == "");
  CHECK(revision.unknown.starts_with("git failed with status "));
  CHECK_FALSE(repository.has_run());
}

TEST_CASE("revision: where git refuses the repository it is said why") {
  Repository repository;
  repository.commit();
  repository.write(".git/config", "[core\n");
  const auto broken = repository.revision();
  CHECK(broken.unknown == "git failed with status 128");
  CHECK(broken.detail == "bad config line 1 in file .git/config");
  if (geteuid() != 0) return;  // only root can give a file away
  Repository other;
  other.commit();
  for (const auto& entry : fs::recursive_directory_iterator(other.path()))
    REQUIRE(lchown(entry.path().c_str(), 65534, 65534) == 0);
  REQUIRE(lchown(other.path().c_str(), 65534, 65534) == 0);
  CHECK(other.revision().unknown ==
        "git refuses the repository, because it belongs to another user");
  CHECK(other.revision().detail ==
        "to allow it: git config --global --add safe.directory " + other.path());
}

}  // namespace store_revision_test
