#include "store/commits.hpp"

#include "base/files.hpp"
#include "base/nearest.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "store/git.hpp"
#include "store/objects.hpp"
#include "value/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>

namespace rapport::store {
namespace {

using base::Failing;
using base::Failure;

constexpr std::chrono::seconds most_time{60};

/// The commits of `rev-list`, one a line: hash and day.
base::Result<std::vector<Commit>> list_commits(const std::string& root,
                                               std::vector<std::string> arguments) {
  std::vector<std::string> all{"rev-list", "--no-commit-header", "--format=%H %cs"};
  for (auto& argument : arguments) all.push_back(std::move(argument));
  const auto list = ask_git(root, std::move(all), {.limit = most_time});
  if (!list) return list.failure();
  std::vector<Commit> commits;
  for (const auto line : base::lines(*list)) {
    const auto space = line.find(' ');
    if (space == line.npos) continue;
    commits.push_back({std::string(line.substr(0, space)), std::string(line.substr(space + 1))});
  }
  return commits;
}

std::optional<std::string> hash_of(const std::string& root, const std::string& name) {
  const auto hash =
      ask_git(root, {"rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"});
  if (!hash) return std::nullopt;
  return std::string(base::trim(*hash));
}

Failure no_commit_yet() {
  return {Failing::environment, "there is no commit yet, and so no history",
          "`git add -A` and `git commit` make the first one"};
}

/// The branch or tag that is called almost so.
std::string nearest_name(const std::string& root, std::string_view typed) {
  const auto names = ask_git(root, {"for-each-ref", "--format=%(refname:short)", "refs/heads",
                                    "refs/tags", "refs/remotes"});
  if (!names) return {};
  base::Nearest nearest(typed);
  for (const auto name : base::lines(*names)) nearest.offer(name);
  return std::string(nearest.best());
}

bool is_plain_word(std::string_view name) {
  constexpr auto is_plain = [](char c) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return is_letter || base::is_digit(c) ||
           std::string_view("._/-+@").find(c) != std::string_view::npos;
  };
  return !name.starts_with('-') && std::ranges::all_of(name, is_plain);
}

Failure unknown(const std::string& root, const std::string& typed) {
  // What is wrong with the repository itself is said first.
  if (auto head = ask_git(root, {"rev-parse", "--git-dir"}); !head) return head.failure();
  if (!hash_of(root, "HEAD")) return no_commit_yet();
  const std::string name = typed.substr(0, typed.find_first_of("~^@:"));
  if (name != typed && !name.empty() && hash_of(root, name) && !is_shallow(root))
    return {Failing::environment, fmt::format("no commit '{}'", base::printable(typed)),
            fmt::format("'{}' is one, but what is written behind it leads to none",
                        base::printable(name))};
  const std::string near = nearest_name(root, typed);
  std::string hint = near.empty() ? "`git log --oneline` lists the commits; a date is written as "
                                    "2026-06-11"
                                  : fmt::format("did you mean '{}'?", base::printable(near));
  if (near.empty() && is_shallow(root))
    hint = "this clone has only the latest commits; `git fetch --unshallow` gets all";
  return {Failing::environment, fmt::format("no commit '{}'", base::printable(typed)),
          std::move(hint)};
}

base::Result<Commit> commit_of_day(const std::string& root, const value::Date& date) {
  const auto commits = list_commits(root, {"--first-parent", "HEAD", "--"});
  if (!commits) return hash_of(root, "HEAD") ? commits.failure() : unknown(root, "HEAD");
  const std::string last = value::Date::of(date.last()).str();
  const auto found =
      std::ranges::find_if(*commits, [&](const Commit& commit) { return commit.day <= last; });
  if (found != commits->end()) return *found;
  return Failure{Failing::environment,
                 fmt::format("there is no commit up to {}; the first is of {}", date.str(),
                             commits->empty() ? last : commits->back().day),
                 is_shallow(root)
                     ? "this clone has only the latest commits; `git fetch --unshallow` gets all"
                     : ""};
}

/// The output of `diff-tree -z`: for each parent of each commit a header, then for each file
/// ":<mode> <mode> <object> <object> <status>" and its path.
class LogReader {
 public:
  void read(std::string_view out) {
    const auto tokens = base::split(out, '\0');
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const auto token = base::trim(tokens[i]);
      if (token.empty()) continue;
      if (token.front() != ':')
        header(token);
      else if (i + 1 < tokens.size())
        file(token, tokens[++i]);
    }
    close();
  }

  std::vector<CommitChanges> take() { return std::move(commits_); }

 private:
  /// "<hash> <parents>|<day of commit> <author's day> <author's time> <author>"
  void header(std::string_view line) {
    const auto bar = line.find('|');
    const auto hashes = base::split(base::trim(line.substr(0, bar)), ' ');
    if (commits_.empty() || commits_.back().commit.hash != hashes.front()) {
      close();
      CommitChanges& commit = commits_.emplace_back();
      commit.commit.hash = hashes.front();
      std::string_view rest = bar == line.npos ? std::string_view{} : line.substr(bar + 1);
      for (std::string* word : {&commit.commit.day, &commit.author_day, &commit.author_time}) {
        const auto space = std::min(rest.find(' '), rest.size());
        *word = rest.substr(0, space);
        rest.remove_prefix(std::min(space + 1, rest.size()));
      }
      commit.author = rest;
      parents_ = std::max<std::size_t>(hashes.size() - 1, 1);
    }
  }

  void file(std::string_view entry, std::string_view path) {
    const auto words = base::split(entry.substr(1), ' ');
    if (commits_.empty() || words.size() < 5) return;
    ChangedFile& changed = commits_.back().files.emplace_back();
    changed.path = path;
    changed.before.emplace_back(is_file_mode(words[0]) ? words[2] : std::string_view{});
    changed.after = is_file_mode(words[1]) ? words[3] : std::string_view{};
  }

  /// Of a merge, what came from one of its parents was changed by another commit.
  void close() {
    if (commits_.empty()) return;
    auto& files = commits_.back().files;
    std::ranges::stable_sort(files, {}, &ChangedFile::path);
    std::vector<ChangedFile> joined;
    for (ChangedFile& each : files)
      if (!joined.empty() && joined.back().path == each.path)
        joined.back().before.push_back(std::move(each.before.front()));
      else
        joined.push_back(std::move(each));
    std::erase_if(joined, [&](const ChangedFile& each) { return each.before.size() < parents_; });
    files = std::move(joined);
    if (files.empty()) commits_.pop_back();
  }

  std::vector<CommitChanges> commits_;
  std::size_t parents_ = 1;
};

/// Where a shallow clone ends, every file would seem to be new.
void drop_cut_commits(const std::string& root, Log& log) {
  if (!is_shallow(root)) return;
  const auto path = ask_git(root, {"rev-parse", "--git-path", "shallow"});
  if (!path) return;
  const std::string named(base::trim(*path));
  const auto text =
      base::read_file(named.starts_with('/') ? named : root + "/" + named, std::size_t{1} << 20);
  if (!text) return;
  const auto cut = base::lines(*text);
  std::erase_if(log.commits, [&](const CommitChanges& each) {
    const bool is_cut = std::ranges::count(cut, each.commit.hash) != 0;
    if (is_cut && (log.begins.empty() || each.author_day < log.begins))
      log.begins = each.author_day;
    return is_cut;
  });
}

}  // namespace

base::Result<Commit> find_commit(const std::string& root, const std::string& typed) {
  if (auto history = has_history(root); !history) return history.failure();
  const auto date = value::Date::parse(typed);
  if (date && !date->is_unknown()) return commit_of_day(root, *date);
  const auto hash = hash_of(root, typed);
  if (!hash) return unknown(root, typed);
  auto commits = list_commits(root, {"--max-count=1", *hash, "--"});
  if (!commits) return commits.failure();
  if (commits->empty()) return unknown(root, typed);
  return std::move(commits->front());
}

std::vector<std::string> plain_names(const std::string& root, std::string_view start,
                                     std::size_t most) {
  std::vector<std::string> found;
  const auto names = ask_git(root, {"for-each-ref", "--sort=-creatordate",
                                    "--format=%(refname:short)", "refs/heads", "refs/tags"});
  if (!names) return found;
  for (const auto name : base::lines(*names))
    if (found.size() < most && name.starts_with(start) && is_plain_word(name))
      found.emplace_back(name);
  return found;
}

base::Result<bool> has_commits(const std::string& root) {
  if (hash_of(root, "HEAD")) return true;
  if (auto asked = ask_git(root, {"rev-parse", "--git-dir"}); !asked) return asked.failure();
  return false;
}

base::Result<Commit> merge_base(const std::string& root, const Commit& one, const Commit& other) {
  const auto base = ask_git(root, {"merge-base", one.hash, other.hash});
  if (!base)
    return Failure{Failing::environment,
                   fmt::format("the commits {} and {} have no common one before them",
                               one.short_hash(), other.short_hash()),
                   is_shallow(root) ? "`git fetch --unshallow` gets all commits" : ""};
  return find_commit(root, std::string(base::trim(*base)));
}

bool is_shallow(const std::string& root) {
  const auto said = ask_git(root, {"rev-parse", "--is-shallow-repository"});
  return said && base::trim(*said) == "true";
}

base::Result<Log> read_log(const std::string& root, const std::string& commit) {
  auto hashes = ask_git(root, {"rev-list", "--date-order", commit, "--"}, {.limit = most_time});
  if (!hashes) return hashes.failure();
  const auto changes =
      ask_git(root,
              with_folders({"diff-tree", "--stdin", "-r", "-z", "-m", "--root", "--raw",
                            "--no-renames", "--relative", "--no-abbrev", "--no-notes",
                            "--encoding=UTF-8", "--format=%H %P|%cs %as %aI %an"}),
              {.input = std::move(*hashes), .limit = most_time});
  if (!changes) return changes.failure();
  LogReader reader;
  reader.read(*changes);
  Log log{.commits = reader.take()};
  drop_cut_commits(root, log);
  return log;
}

base::Result<std::vector<Message>> read_messages(const std::string& root,
                                                 const std::vector<std::string>& range) {
  std::vector<std::string> arguments{"rev-list", "--no-commit-header", "--encoding=UTF-8",
                                     "--format=%H %cs %B%x00"};
  arguments.insert(arguments.end(), range.begin(), range.end());
  arguments.emplace_back("--");
  const auto list = ask_git(root, std::move(arguments), {.limit = most_time});
  if (!list) return list.failure();
  std::vector<Message> messages;
  for (const auto each : base::split(*list, '\0')) {
    const auto entry = base::trim(each);
    const auto words = base::split(entry, ' ');
    if (words.size() < 3) continue;
    const std::size_t start = words[0].size() + words[1].size() + 2;
    messages.push_back(
        {{std::string(words[0]), std::string(words[1])}, std::string(entry.substr(start))});
  }
  return messages;
}

}  // namespace rapport::store
