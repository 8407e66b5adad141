#include "store/apply.hpp"

#include "base/digest.hpp"
#include "base/temporary.hpp"
#include "base/unicode.hpp"
#include "store/change.hpp"
#include "store/create.hpp"
#include "store/settle.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <set>
#include <vector>

namespace rapport::store {
namespace {

using base::Failing;
using base::Failure;

Failure changed(std::string_view path) {
  return {Failing::environment, fmt::format("'{}' was changed meanwhile", base::printable(path)),
          "nothing was written; run the command again"};
}

Failure appeared(std::string_view path) {
  return {Failing::environment, fmt::format("'{}' has appeared meanwhile", base::printable(path)),
          "nothing was written; run the command again"};
}

/// Creations first and removals last: a record that gets another name is never nowhere.
int turn(const FileEdit& edit) { return !edit.before ? 0 : edit.after ? 1 : 2; }

std::vector<FileEdit> in_order(std::span<const FileEdit> edits) {
  std::vector<FileEdit> ordered;
  std::ranges::copy_if(edits, std::back_inserter(ordered),
                       [](const FileEdit& edit) { return edit.before || edit.after; });
  std::ranges::stable_sort(ordered, {}, turn);
  return ordered;
}

base::Result<Journal> journal_of(std::span<const FileEdit> edits) {
  const auto digest = [](const std::optional<std::string_view>& text) {
    return text ? std::optional(base::blake2b_256(*text)) : std::nullopt;
  };
  auto id = new_change_id();
  if (!id) return id.failure();
  Journal journal{std::move(*id), {}};
  std::set<std::string_view> paths;
  for (const FileEdit& edit : edits) {
    if (!paths.insert(edit.path).second)
      return Failure{Failing::refused, fmt::format("'{}' would be changed twice at once",
                                                   base::printable(edit.path))};
    if (!is_writable_path(edit.path))
      return Failure{Failing::refused, fmt::format("'{}' is not a path that commands write",
                                                   base::printable(edit.path))};
    journal.entries.push_back({edit.path, digest(edit.before), digest(edit.after)});
  }
  return journal;
}

/// What can be seen before anything is written.
base::Done may_begin(const Change& change, const std::string& root, const FileEdit& edit,
                     std::size_t entry) {
  const std::string full = fmt::format("{}/{}", root, edit.path);
  struct stat info {};
  if (::lstat(full.c_str(), &info) == 0 && !S_ISREG(info.st_mode))
    return Failure{Failing::refused,
                   fmt::format("'{}' is {}", base::printable(full),
                               S_ISLNK(info.st_mode) ? "a symbolic link" : "not a regular file"),
                   "name the file itself"};
  const auto state = change.look_at(entry);
  if (!state) return state.failure();
  const bool is_same = edit.before == edit.after && state->progress == Progress::done;
  if (state->progress == Progress::waiting || is_same) return base::done();
  if (edit.before) return changed(edit.path);
  return Failure{Failing::refused, fmt::format("'{}' exists already", base::printable(full)), {}};
}

base::Done prepare(const Change& change, const std::string& root, std::span<const FileEdit> edits) {
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const auto slash = edits[i].path.rfind('/');
    if (!edits[i].before && slash != std::string::npos)
      if (auto made = create_folder(root, edits[i].path.substr(0, slash)); !made) return made;
    if (!edits[i].after) continue;
    if (auto prepared = change.prepare(i, *edits[i].after); !prepared) return prepared;
  }
  return change.sync_folders();
}

base::Done carry_out(const Change& change, std::span<const FileEdit> edits) {
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const auto done = change.carry_out(i);
    if (!done) return done.failure();
    if (!*done) return edits[i].before ? changed(edits[i].path) : appeared(edits[i].path);
  }
  return base::done();
}

/// What was already done is undone. Where the file system cannot exchange two files, the old text
/// has to be written again.
Failure undo(const Change& change, std::span<const FileEdit> edits, Failure why) {
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const auto state = change.look_at(i);
    if (state && state->progress == Progress::done && edits[i].before && !state->has_temporary)
      if (auto prepared = change.prepare(i, *edits[i].before); !prepared) break;
  }
  const auto left = settle(change, {Direction::back, false});
  if (!left) {
    why.hint = fmt::format("{}; the next command that writes undoes the rest", left.failure().what);
  } else if (!left->empty()) {
    why.hint = fmt::format("'{}' could not be changed back", base::printable(left->front().path));
  }
  return why;
}

}  // namespace

base::Done apply(const Lock& lock, const FileEdit& edit) { return apply(lock, {&edit, 1}); }

base::Done apply(const Lock& lock, std::span<const FileEdit> edits) {
  const auto ordered = in_order(edits);
  base::Descriptor root(::open(lock.root().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!root) return base::failed("open", lock.root(), errno);
  auto journal = journal_of(ordered);
  if (!journal) return journal.failure();
  const Change change(std::move(root), lock.root(), std::move(*journal));
  for (std::size_t i = 0; i < ordered.size(); ++i)
    if (auto may = may_begin(change, lock.root(), ordered[i], i); !may) return may;
  if (ordered.empty()) return base::done();
  if (auto written = write_journal(change.root(), change.journal()); !written) return written;
  if (auto prepared = prepare(change, lock.root(), ordered); !prepared)
    return undo(change, ordered, prepared.failure());
  if (auto done = carry_out(change, ordered); !done) return undo(change, ordered, done.failure());
  const auto left = settle(change, {Direction::forward, true});
  if (left) return base::done();
  Failure failure = left.failure();
  failure.hint = "the change is made; the next command that writes finishes it";
  return failure;
}

base::Done issue(const Lock& lock, const FileEdit& manifest, base::PreparedFiles& documents) {
  if (auto written = apply(lock, manifest); !written) return written;
  auto placed = documents.put_in_place();
  if (placed) return placed;
  const std::string full = fmt::format("{}/{}", lock.root(), manifest.path);
  if (!documents.is_begun() && ::unlink(full.c_str()) == 0) return placed;
  base::Failure failure = placed.failure();
  failure.hint =
      fmt::format("'{}' stays, and its number is used up", base::printable(manifest.path));
  return failure;
}

}  // namespace rapport::store
