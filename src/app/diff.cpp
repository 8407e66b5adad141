#include "app/diff.hpp"

#include "app/field_filter.hpp"
#include "app/moved_files.hpp"
#include "app/record_changes.hpp"
#include "app/typed_record.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/place.hpp"
#include "store/commits.hpp"
#include "store/create.hpp"
#include "store/git.hpp"
#include "store/objects.hpp"
#include "store/texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;

/// One of the two that are compared: a commit, what is staged or on disk, or nothing.
struct Side {
  std::optional<store::Commit> commit = {};
  std::vector<store::TreeFile> files = {};  // of git
  bool is_staged = false;
  bool is_on_disk = false;
};

struct Sides {
  Side before;
  Side after;
};

/// Whether a record is called so, on disk or in the last commit.
bool is_record(const std::string& root, const std::string& id) {
  if (!store::path_of(root, id).empty() || id == model::office_file) return true;
  const auto files = store::files_of_commit(root, "HEAD");
  return files && std::ranges::any_of(*files, [&](const store::TreeFile& file) {
           return record_name(file.path) == id;
         });
}

/// Among the commits that were named may be records.
void separate_records(const std::string& root, DiffRequest& request) {
  std::erase_if(request.revisions, [&](const std::string& name) {
    const bool is_commit = name.find("..") != name.npos || store::find_commit(root, name);
    auto record = typed_record(root, request.directory, name);
    if (is_commit || !is_record(root, record)) return false;
    request.records.push_back(std::move(record));
    return true;
  });
}

std::string or_head(std::string_view name) { return std::string(name.empty() ? "HEAD" : name); }

base::Result<Side> side_of(const std::string& root, const std::string& name) {
  auto commit = store::find_commit(root, name);
  if (!commit) return commit.failure();
  return Side{.commit = std::move(*commit)};
}

base::Result<Sides> between(const std::string& root, const std::string& one,
                            const std::string& other, bool from_common) {
  auto before = side_of(root, one);
  if (!before) return before.failure();
  auto after = side_of(root, other);
  if (!after) return after.failure();
  if (from_common) {
    auto common = store::merge_base(root, *before->commit, *after->commit);
    if (!common) return common.failure();
    before->commit = std::move(*common);
  }
  return Sides{std::move(*before), std::move(*after)};
}

base::Result<Sides> sides_of(const std::string& root, const DiffRequest& request) {
  const auto& names = request.revisions;
  const std::string first = names.empty() ? "HEAD" : names.front();
  const auto dots = first.find("..");
  const bool are_two = names.size() == 2 || dots != first.npos;
  if (names.size() > 2 ||
      (names.size() == 2 && (dots != first.npos || names.back().find("..") != first.npos)))
    return Failure{Failing::usage, "more than two commits to compare", "write A..B, or A B"};
  if (are_two && request.staged)
    return Failure{Failing::usage, "--staged compares with one commit, and two were given",
                   "leave out --staged, or one of them"};
  if (names.size() == 2) return between(root, names.front(), names.back(), false);
  if (dots != first.npos) {
    const bool from_common = first.compare(dots, 3, "...") == 0;
    return between(root, or_head(first.substr(0, dots)),
                   or_head(first.substr(dots + (from_common ? 3 : 2))), from_common);
  }
  const Side now{.is_staged = request.staged, .is_on_disk = !request.staged};
  if (names.empty()) {
    const auto has_commits = store::has_commits(root);
    if (!has_commits) return has_commits.failure();
    // Before the first commit there was nothing.
    if (!*has_commits) return Sides{{}, now};
  }
  auto before = side_of(root, first);
  if (!before) return before.failure();
  return Sides{std::move(*before), now};
}

base::Done list_files(const std::string& root, const DiffRequest& request, Side& side) {
  if (!side.commit && !side.is_staged) return base::done();
  auto files = side.commit ? store::files_of_commit(root, side.commit->hash)
                           : store::staged_files(root, request.index);
  if (!files) return files.failure();
  std::erase_if(*files, [](const store::TreeFile& file) {
    return !store::is_file_mode(file.mode) ||
           (file.path != model::office_file && !model::is_record_path(file.path) &&
            model::folder_of_path(file.path) != model::rows_folder);
  });
  side.files = std::move(*files);
  return base::done();
}

/// Of what git has on both sides, only what differs is read.
void drop_equal(Sides& sides) {
  if (sides.after.is_on_disk) return;
  std::set<std::pair<std::string, std::string>> after;
  for (const auto& file : sides.after.files) after.emplace(file.path, file.object);
  std::set<std::pair<std::string, std::string>> equal;
  std::erase_if(sides.before.files, [&](const store::TreeFile& file) {
    if (!after.contains({file.path, file.object})) return false;
    equal.emplace(file.path, file.object);
    return true;
  });
  std::erase_if(sides.after.files, [&](const store::TreeFile& file) {
    return equal.contains({file.path, file.object});
  });
}

using Versions = std::map<std::string, FileVersion>;

Versions versions_in(const Side& side, const store::Objects& objects) {
  Versions versions;
  for (const auto& file : side.files) {
    FileVersion& version = versions[file.path];
    version.path = file.path;
    const auto* text = objects.find(file.object);
    version.text = text == nullptr ? std::string_view{} : *text;
  }
  return versions;
}

Versions versions_on_disk(const store::Texts& texts) {
  Versions versions;
  for (const auto& [path, text] : texts.files)
    versions[std::string(path)] = {std::string(path), text};
  return versions;
}

std::vector<FilePair> pairs_of(Versions before, Versions after) {
  std::vector<FilePair> pairs;
  std::vector<FileVersion> gone;
  std::vector<FileVersion> added;
  for (auto& [path, version] : before) {
    const auto found = after.find(path);
    if (found == after.end()) {
      gone.push_back(std::move(version));
      continue;
    }
    pairs.push_back({std::move(version), std::move(found->second)});
    after.erase(found);
  }
  for (auto& [path, version] : after) added.push_back(std::move(version));
  for (auto& pair : pair_files(std::move(gone), std::move(added))) pairs.push_back(std::move(pair));
  std::ranges::sort(pairs, {},
                    [](const FilePair& pair) -> const std::string& { return pair.after.path; });
  return pairs;
}

bool is_wanted(const FilePair& pair, const std::vector<std::string>& records) {
  return records.empty() || std::ranges::any_of(records, [&](const std::string& each) {
           return record_name(pair.before.path) == each || record_name(pair.after.path) == each;
         });
}

view::Table table_of(const std::vector<ChangeLine>& lines) {
  view::Table table{.columns = change_columns(), .groups = {{}}, .has_ids_once = true};
  for (const ChangeLine& line : lines)
    table.groups.front().rows.push_back({.cells = change_cells(line), .id = line.record});
  return table;
}

/// "3 changes", "2 records".
Note changes_in_records(const std::vector<ChangeLine>& lines) {
  std::set<std::string_view> records;
  for (const ChangeLine& line : lines) records.insert(line.record);
  return {NoteCode::changes,
          {base::counted(lines.size(), "change"), base::counted(records.size(), "record")}};
}

}  // namespace

base::Result<Output> diff(Basis basis, DiffRequest request) {
  const std::string root = basis.snapshot().root();
  if (auto history = store::has_history(root); !history) return history.failure();
  separate_records(root, request);
  std::optional<FieldFilter> field;
  if (!request.field.empty()) {
    auto parsed = FieldFilter::parse(request.field);
    if (!parsed) return parsed.failure();
    field = std::move(*parsed);
  }
  auto sides = sides_of(root, request);
  if (!sides) return sides.failure();
  for (Side* side : {&sides->before, &sides->after})
    if (auto listed = list_files(root, request, *side); !listed) return listed.failure();
  drop_equal(*sides);
  std::vector<std::string> names;
  for (const Side* side : {&sides->before, &sides->after})
    for (const auto& file : side->files) names.push_back(file.object);
  const auto objects = store::read_objects(root, std::move(names));
  if (!objects) return objects.failure();
  std::shared_ptr<const Snapshot> on_disk;
  if (sides->after.is_on_disk) {
    auto read = Snapshot::read(basis.snapshot().shared_reference(), request.occasion.threads);
    if (!read) return read.failure();
    on_disk = std::move(*read);
  }
  std::vector<ChangeLine> lines;
  for (const FilePair& pair :
       pairs_of(versions_in(sides->before, *objects),
                on_disk ? versions_on_disk(on_disk->texts()) : versions_in(sides->after, *objects)))
    if (is_wanted(pair, request.records))
      for (auto& line : compare(pair.before, pair.after, {.field = field ? &*field : nullptr}))
        lines.push_back(std::move(line));
  Output output{.basis = std::move(basis), .content = table_of(lines)};
  output.notes.push_back(changes_in_records(lines));
  return output;
}

}  // namespace rapport::app
