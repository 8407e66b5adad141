#include "base/files.hpp"
#include "base/text.hpp"
#include "killed_child.hpp"
#include "refused_calls.hpp"
#include "scratch.hpp"
#include "store/apply.hpp"
#include "store/journal.hpp"
#include "store/recover.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace store_recover_test {

using namespace rapport;
using store::FileEdit;
using store::Recovery;
using test::ChildEnd;
using test::Scratch;
namespace fs = std::filesystem;

namespace {

using Texts = std::map<std::string, std::string>;

const Texts before{{"partners/old.yaml", "name: Old\n"},
                   {"engagements/2026/a.yaml", "with: old\n"},
                   {"engagements/2026/b.yaml", "with: old, other\n"}};
const Texts after{{"partners/new.yaml", "name: Old\n"},
                  {"engagements/2026/a.yaml", "with: new\n"},
                  {"engagements/2026/b.yaml", "with: new, other\n"}};

/// A record gets another id, and two others refer to it.
std::vector<FileEdit> renaming() {
  return {{"partners/old.yaml", before.at("partners/old.yaml"), {}},
          {"engagements/2026/a.yaml", before.at("engagements/2026/a.yaml"),
           after.at("engagements/2026/a.yaml")},
          {"engagements/2026/b.yaml", before.at("engagements/2026/b.yaml"),
           after.at("engagements/2026/b.yaml")},
          {"partners/new.yaml", {}, after.at("partners/new.yaml")}};
}

struct Repository : Scratch {
  Repository() {
    for (const auto& [name, text] : before) write(name, text);
  }

  /// All files but our own.
  Texts texts() const {
    Texts found;
    for (const auto& entry : fs::recursive_directory_iterator(path())) {
      const std::string name = fs::relative(entry.path(), path());
      if (entry.is_regular_file() && !name.starts_with(".rapport/"))
        found[name] = *base::read_file(entry.path(), 1 << 20);
    }
    return found;
  }

  bool change() const {
    const auto lock = store::Lock::take(path());
    return lock && store::apply(*lock, renaming());
  }

  base::Result<Recovery> recover() const {
    const auto lock = store::Lock::take(path());
    return lock ? store::recover(*lock) : lock.failure();
  }

  /// Killed when all of the new texts are there, and the record that is to be removed too. False
  /// where children cannot be traced.
  bool interrupt() const {
    static const int calls = calls_to_removal();
    return test::killed_before(calls, [&] { return change(); }) == ChildEnd::killed &&
           store::is_interrupted(path()) && fs::exists(at("partners/old.yaml"));
  }

 private:
  static int calls_to_removal() {
    for (int count = 1;; ++count) {
      const Repository repository;
      const auto end = test::killed_before(count, [&] { return repository.change(); });
      const Texts now = repository.texts();
      const auto at = now.find("engagements/2026/b.yaml");
      if (end != ChildEnd::killed || at->second == after.at(at->first)) return count;
    }
  }
};

/// The versions that were kept beside files.
std::vector<std::string> kept_in(const Texts& texts) {
  std::vector<std::string> kept;
  for (const auto& [path, text] : texts)
    if (path.find(".kept-") != std::string::npos) kept.push_back(path);
  return kept;
}

}  // namespace

TEST_CASE(
    "recover: killed at any point a change is finished or undone, and leaves nothing behind") {
  int killed = 0;
  int finished = 0;
  int undone = 0;
  for (int count = 1;; ++count) {
    CAPTURE(count);
    const Repository repository;
    const auto end = test::killed_before(count, [&] { return repository.change(); });
    if (end == ChildEnd::not_possible) return;  // children cannot be traced here
    REQUIRE(end != ChildEnd::failed);
    const bool is_interrupted = store::is_interrupted(repository.path());
    // A record that gets another id has at least one of them at any time.
    const Texts now = repository.texts();
    CHECK((now.contains("partners/old.yaml") || now.contains("partners/new.yaml")));
    const auto recovered = repository.recover();
    REQUIRE(recovered);
    CHECK((recovered->outcome != Recovery::Outcome::nothing) == is_interrupted);
    const bool is_after = repository.texts() == after;
    CHECK((is_after || repository.texts() == before));
    if (recovered->outcome == Recovery::Outcome::undone) CHECK_FALSE(is_after);
    if (recovered->outcome == Recovery::Outcome::finished) CHECK(is_after);
    CHECK_FALSE(store::is_interrupted(repository.path()));
    finished += recovered->outcome == Recovery::Outcome::finished;
    undone += recovered->outcome == Recovery::Outcome::undone;
    if (end == ChildEnd::finished) {
      CHECK(is_after);
      break;
    }
    ++killed;
  }
  CHECK(killed > 30);
  CHECK(finished > 5);
  CHECK(undone > 5);
}

TEST_CASE("recover: killed once more at any point while it recovers, the next one still ends it") {
  Repository start;
  if (!start.interrupt()) return;
  for (int count = 1;; ++count) {
    CAPTURE(count);
    const Scratch copy;
    fs::copy(start.path(), copy.path(), fs::copy_options::recursive);
    const auto recover = [&] {
      const auto lock = store::Lock::take(copy.path());
      return lock && store::recover(*lock);
    };
    const auto end = test::killed_before(count, recover);
    REQUIRE(end != ChildEnd::failed);
    REQUIRE(recover());
    CHECK_FALSE(store::is_interrupted(copy.path()));
    CHECK(*base::read_file(copy.at("partners/new.yaml"), 100) == "name: Old\n");
    CHECK_FALSE(fs::exists(copy.at("partners/old.yaml")));
    if (end == ChildEnd::finished) break;
  }
}

TEST_CASE("recover: a file that was written before somebody changed it leaves the rest finished") {
  const Repository repository;
  if (!repository.interrupt()) return;
  repository.write("engagements/2026/a.yaml", "with: new, and a colleague's word\n");
  const auto recovered = repository.recover();
  REQUIRE_FALSE(recovered);
  const Texts texts = repository.texts();
  const auto kept = kept_in(texts);
  REQUIRE(kept.size() == 1);
  CHECK(texts.at(kept[0]) == before.at("engagements/2026/a.yaml"));
  CHECK(recovered.failure().kind == base::Failing::environment);
  CHECK(recovered.failure().what ==
        "finished an interrupted change of 4 files, except: 'engagements/2026/a.yaml' was changed "
        "by another program (one version is in '" +
            kept[0] + "')");
  CHECK(recovered.failure().hint ==
        "compare the versions, keep what is right, and run the command again");
  CHECK(texts.at("engagements/2026/a.yaml") == "with: new, and a colleague's word\n");
  CHECK(texts.contains("partners/new.yaml"));
  CHECK_FALSE(texts.contains("partners/old.yaml"));
  const auto again = repository.recover();
  REQUIRE(again);
  CHECK(again->outcome == Recovery::Outcome::nothing);
}

TEST_CASE("recover: a file that was still to be written when somebody changed it undoes the rest") {
  const Repository repository;
  if (!repository.interrupt()) return;
  repository.write("partners/old.yaml", "name: Old, corrected\n");
  const auto recovered = repository.recover();
  REQUIRE_FALSE(recovered);
  CHECK(recovered.failure().what ==
        "undid an interrupted change of 4 files, except: 'partners/old.yaml' was changed by "
        "another program");
  Texts expected = before;
  expected["partners/old.yaml"] = "name: Old, corrected\n";
  CHECK(repository.texts() == expected);
}

TEST_CASE("recover: a text that is gone beside its file undoes what can be undone") {
  const Repository repository;
  if (!repository.interrupt()) return;
  for (const auto& [path, text] : repository.texts())
    if (path.find("/.rapport-change-") != path.npos && text.find("other") != text.npos)
      fs::remove(repository.at(path));
  const auto recovered = repository.recover();
  REQUIRE(recovered);
  CHECK(recovered->outcome == Recovery::Outcome::finished);  // only the removal is missing
  CHECK(repository.texts() == after);
}

TEST_CASE("recover: a journal that is cut off or edited is not followed, and set aside") {
  for (const int damage : {0, 1, 2, 3}) {
    CAPTURE(damage);
    const Repository repository;
    if (!repository.interrupt()) return;
    const std::string path = repository.at(".rapport/journal");
    std::string text = *base::read_file(path, 1 << 20);
    if (damage == 0) text.resize(text.size() / 2);
    if (damage == 1) text.clear();
    if (damage == 2) text = base::replace_all(text, "partners/old", "partners/xxa");
    if (damage == 3) text += text;
    fs::remove(path);
    repository.write(".rapport/journal", text);
    const Texts texts = repository.texts();
    const auto recovered = repository.recover();
    REQUIRE_FALSE(recovered);
    CHECK(recovered.failure().kind == base::Failing::environment);
    CHECK(recovered.failure().what.starts_with(
        "a change of several files was interrupted, and what was noted of it is damaged; "
        "'.rapport/journal.kept-"));
    CHECK(repository.texts() == texts);
    const auto again = repository.recover();
    REQUIRE(again);
    CHECK(again->outcome == Recovery::Outcome::nothing);
  }
}

TEST_CASE("recover: a link in the place of a folder or a file of the change is not followed") {
  const Repository repository;
  if (!repository.interrupt()) return;
  const Scratch elsewhere;
  elsewhere.write("old.yaml", before.at("partners/old.yaml"));
  elsewhere.write("new.yaml", after.at("partners/new.yaml"));
  fs::rename(repository.at("partners"), elsewhere.at("partners"));
  fs::create_directory_symlink(elsewhere.path(), repository.at("partners"));
  (void)repository.recover();
  CHECK(fs::exists(elsewhere.at("old.yaml")));
  CHECK(fs::exists(elsewhere.at("new.yaml")));
}

TEST_CASE("recover: without locks a journal of the last minute is another command at work") {
  const Repository repository;
  if (!repository.interrupt()) return;
  const int status = test::in_child([&] {
    if (!test::refuse({{SYS_flock, ENOLCK}})) return 2;
    const auto recovered = repository.recover();
    return !recovered && recovered.failure().what ==
                             "the repository is busy: another command is writing in it"
               ? 0
               : 1;
  });
  CHECK((status == 0 || status == 2));
  if (status == 0) CHECK(store::is_interrupted(repository.path()));
}

}  // namespace store_recover_test
