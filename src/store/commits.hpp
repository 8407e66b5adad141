// Which commit is meant, and which files each commit changed.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::store {

struct Commit {
  std::string hash;
  std::string day;  // it was committed on, where that was: 2026-06-11

  std::string short_hash() const { return hash.substr(0, short_size); }
  static constexpr std::size_t short_size = 8;
};

/// What a user types for a commit: a name of git, or a date. Of a date it is the last commit up to
/// the end of that day, or of that month or year, along the first parents of HEAD; the day of a
/// commit is that of its own time zone, as `log` shows it.
base::Result<Commit> find_commit(const std::string& root, const std::string& typed);

/// Branches and tags whose names begin so, the latest first, at most `most` of them. Only those
/// that a shell takes for a plain word: whoever made the repository chose the names, and completion
/// writes them into a command line.
std::vector<std::string> plain_names(const std::string& root, std::string_view start,
                                     std::size_t most);

/// Fails where git refuses the repository.
base::Result<bool> has_commits(const std::string& root);

/// Where the histories of the two separated.
base::Result<Commit> merge_base(const std::string& root, const Commit& one, const Commit& other);

/// A file that a commit changed. `before`: of each parent, one as a rule; an empty object is of no
/// file. A merge has only what is as in none of its parents.
struct ChangedFile {
  std::string path = {};
  std::vector<std::string> before = {};
  std::string after = {};
};

struct CommitChanges {
  Commit commit = {};
  std::string author = {};
  std::string author_day = {};          // 2026-06-11, where the author was
  std::string author_time = {};         // 2026-06-11T10:00:00+02:00
  std::vector<ChangedFile> files = {};  // sorted by path
};

struct Log {
  std::vector<CommitChanges> commits = {};
  /// The clone lacks what was before: the day of the first commit it has. Empty: it has all.
  std::string begins = {};
};

/// The commits up to `commit` that changed records, rapport.yaml or rows, children before parents,
/// else newest first.
base::Result<Log> read_log(const std::string& root, const std::string& commit);

/// The clone has only the latest commits.
bool is_shallow(const std::string& root);

/// The hashes of the commits from which one reaches `from` and not `without`, and their messages.
struct Message {
  Commit commit;
  std::string text;
};
base::Result<std::vector<Message>> read_messages(const std::string& root,
                                                 const std::vector<std::string>& range);

}  // namespace rapport::store
