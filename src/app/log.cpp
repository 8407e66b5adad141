#include "app/log.hpp"

#include "app/field_filter.hpp"
#include "app/moved_files.hpp"
#include "app/record_changes.hpp"
#include "app/typed_record.hpp"
#include "base/nearest.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/place.hpp"
#include "store/commits.hpp"
#include "store/objects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;

/// A file that a commit changed, of whatever name before.
struct Event {
  std::size_t commit = 0;
  std::string path_before;
  std::string path;
  std::vector<std::string> before;  // objects, one of each parent
  std::string after;
};

bool is_gone(const store::ChangedFile& file) { return file.after.empty(); }
bool is_added(const store::ChangedFile& file) {
  return file.before.size() == 1 && file.before.front().empty();
}
/// Gone and added by a commit that is no merge.
bool may_be_moved(const store::ChangedFile& file) {
  return file.before.size() == 1 && (is_gone(file) || is_added(file));
}

FileVersion version_of(const std::string& path, const std::string& object,
                       const store::Objects& objects) {
  FileVersion version{path};
  if (const auto* text = objects.find(object); text != nullptr) version.text = *text;
  return version;
}

class Events {
 public:
  explicit Events(const std::string& root) : root_(root) {}

  base::Result<std::vector<Event>> read(const std::vector<store::CommitChanges>& commits) {
    auto objects = store::read_objects(root_, objects_that_moved(commits));
    if (!objects) return objects.failure();
    for (std::size_t i = 0; i < commits.size(); ++i) add(i, commits[i].files, *objects);
    return std::move(events_);
  }

 private:
  /// Only where a commit has both what is gone and what is new.
  static std::vector<std::string> objects_that_moved(
      const std::vector<store::CommitChanges>& commits) {
    std::vector<std::string> names;
    for (const auto& commit : commits) {
      if (std::ranges::none_of(commit.files, is_gone) ||
          std::ranges::none_of(commit.files, is_added))
        continue;
      for (const auto& file : commit.files)
        if (may_be_moved(file)) names.push_back(is_gone(file) ? file.before.front() : file.after);
    }
    return names;
  }

  void add(std::size_t commit, const std::vector<store::ChangedFile>& files,
           const store::Objects& objects) {
    const auto first = static_cast<std::ptrdiff_t>(events_.size());
    std::vector<FileVersion> gone;
    std::vector<FileVersion> added;
    std::vector<const store::ChangedFile*> gone_files;
    std::vector<const store::ChangedFile*> added_files;
    for (const auto& file : files) {
      if (!may_be_moved(file)) {
        events_.push_back({commit, file.path, file.path, file.before, file.after});
      } else if (is_gone(file)) {
        gone.push_back(version_of(file.path, file.before.front(), objects));
        gone_files.push_back(&file);
      } else {
        added.push_back(version_of(file.path, file.after, objects));
        added_files.push_back(&file);
      }
    }
    const auto moved = match_moved(gone, added);
    for (std::size_t i = 0; i < added.size(); ++i) {
      const auto& now = *added_files[i];
      const auto& was = moved[i] ? *std::exchange(gone_files[*moved[i]], nullptr) : now;
      events_.push_back({commit, was.path, now.path, was.before, now.after});
    }
    for (const auto* file : gone_files)
      if (file != nullptr)
        events_.push_back({commit, file->path, file->path, file->before, file->after});
    std::ranges::sort(events_.begin() + first, events_.end(), {}, &Event::path);
  }

  const std::string& root_;
  std::vector<Event> events_;
};

/// Those about the records that are asked for, under whatever id they had.
base::Done keep_records(std::vector<Event>& events, const std::string& root,
                        const LogRequest& request) {
  const auto& records = request.records;
  if (records.empty()) return base::done();
  const auto typed = [&](const std::string& each) {
    return typed_record(root, request.directory, each);
  };
  std::set<std::string, std::less<>> wanted;
  for (const auto& each : records) wanted.insert(typed(each));
  std::set<std::string, std::less<>> found;
  std::set<std::string, std::less<>> known;
  std::vector<Event> kept;
  for (Event& event : events) {
    const std::string name = record_name(event.path);
    known.insert(name);
    if (!wanted.contains(name)) continue;
    found.insert(name);
    wanted.insert(record_name(event.path_before));
    kept.push_back(std::move(event));
  }
  for (const auto& each : records) {
    if (found.contains(typed(each))) continue;
    base::Nearest nearest(each);
    for (const auto& name : known) nearest.offer(name);
    return Failure{Failing::usage,
                   fmt::format("no record '{}' in any commit", base::printable(each)),
                   nearest.best().empty()
                       ? "a new record is in the history once it is committed"
                       : fmt::format("did you mean '{}'?", base::printable(nearest.best()))};
  }
  events = std::move(kept);
  return base::done();
}

view::Table empty_table() {
  std::vector<view::Column> columns = {{.key = "when", .heading = "WHEN", .whole = true},
                                       {.key = "who", .heading = "WHO"},
                                       {.key = "commit", .heading = "COMMIT", .whole = true}};
  std::ranges::move(change_columns(), std::back_inserter(columns));
  columns.push_back({.key = "time", .heading = "TIME", .for_programs = true});
  return {.columns = std::move(columns), .groups = {{}}, .has_ids_once = true};
}

class LogTable {
 public:
  LogTable(const LogRequest& request, const FieldFilter* field)
      : request_(request), field_(field), table_(empty_table()) {}

  /// False: there are enough.
  bool add(const store::CommitChanges& commit, const std::vector<ChangeLine>& lines) {
    if (lines.empty()) return true;
    if (commit.commit.hash != last_) {
      if (request_.most_commits != 0 && commits_ == request_.most_commits) return false;
      ++commits_;
      last_ = commit.commit.hash;
    }
    for (const ChangeLine& line : lines) {
      std::vector<view::Cell> cells = {commit.author_day, commit.author,
                                       commit.commit.short_hash()};
      std::ranges::move(change_cells(line), std::back_inserter(cells));
      cells.emplace_back(commit.author_time);
      table_.groups.front().rows.push_back({.cells = std::move(cells), .id = line.record});
    }
    return true;
  }

  std::vector<ChangeLine> lines_of(const Event& event, const store::CommitChanges& commit,
                                   const store::Objects& objects) {
    FileVersion after = version_of(event.path, event.after, objects);
    if (auto known = parsed_.extract(event.after); !known.empty())
      after.parsed = std::move(known.mapped());
    std::vector<FileVersion> before;
    for (const auto& object : event.before) {
      before.push_back(version_of(event.path_before, object, objects));
      parsed_[object] = before.back().parsed;
    }
    return compare_merge(before, after, {.day = commit.author_day, .field = field_});
  }

  view::Table take() { return std::move(table_); }
  unsigned commits() const { return commits_; }

 private:
  const LogRequest& request_;
  const FieldFilter* field_;
  view::Table table_;
  std::string last_;
  unsigned commits_ = 0;
  std::map<std::string, std::shared_ptr<ParsedText>> parsed_;  // by object
};

base::Result<store::Objects> objects_of(const std::string& root, std::span<const Event> events) {
  std::vector<std::string> names;
  for (const Event& event : events) {
    names.insert(names.end(), event.before.begin(), event.before.end());
    names.push_back(event.after);
  }
  std::erase(names, std::string());
  return store::read_objects(root, std::move(names));
}

/// Some at a time: a few commits are printed without reading all, and a long history is never in
/// memory as a whole.
base::Done add_all(LogTable& table, const std::string& root, std::span<const Event> events,
                   const std::vector<store::CommitChanges>& commits) {
  constexpr std::size_t most_at_once = 4096;
  for (std::size_t at_once = 64; !events.empty(); at_once = std::min(at_once * 4, most_at_once)) {
    const auto some = events.first(std::min(at_once, events.size()));
    events = events.subspan(some.size());
    const auto objects = objects_of(root, some);
    if (!objects) return objects.failure();
    for (const Event& event : some) {
      const auto& commit = commits[event.commit];
      if (!table.add(commit, table.lines_of(event, commit, *objects))) return base::done();
    }
  }
  return base::done();
}

Note changes_note(const view::Table& table, unsigned commits) {
  return {NoteCode::changes,
          {base::counted(view::count_rows(table), "change"), base::counted(commits, "commit")}};
}

/// By the day that is printed.
void keep_period(std::vector<Event>& events, const std::vector<store::CommitChanges>& commits,
                 const LogRequest& request) {
  const std::string first = request.since ? value::Date::of(request.since.first()).str() : "";
  const std::string last = request.until ? value::Date::of(request.until.last()).str() : "~";
  std::erase_if(events, [&](const Event& event) {
    const std::string& day = commits[event.commit].author_day;
    return day < first || day > last;
  });
}

}  // namespace

base::Result<Output> log(Basis basis, const LogRequest& request) {
  const std::string& root = basis.snapshot().root();
  std::optional<FieldFilter> field;
  if (!request.field.empty()) {
    auto parsed = FieldFilter::parse(request.field);
    if (!parsed) return parsed.failure();
    field = std::move(*parsed);
  }
  const auto from = store::find_commit(root, request.from);
  if (!from) return from.failure();
  const auto history = store::read_log(root, from->hash);
  if (!history) return history.failure();
  const auto& commits = history->commits;
  auto events = Events(root).read(commits);
  if (!events) return events.failure();
  if (auto kept = keep_records(*events, root, request); !kept) return kept.failure();
  keep_period(*events, commits, request);
  LogTable table(request, field ? &*field : nullptr);
  if (auto added = add_all(table, root, *events, commits); !added) return added.failure();
  Output output{.basis = std::move(basis), .content = table.take()};
  output.notes.push_back(changes_note(std::get<view::Table>(output.content), table.commits()));
  if (!history->begins.empty())
    output.notes.push_back({NoteCode::history_begins, {history->begins}});
  return output;
}

}  // namespace rapport::app
