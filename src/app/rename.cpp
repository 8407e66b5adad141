#include "app/rename.hpp"

#include "app/id_uses.hpp"
#include "app/manifest.hpp"
#include "app/no_record.hpp"
#include "app/preview.hpp"
#include "app/records.hpp"
#include "app/write.hpp"
#include "base/line_diff.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/folder_to_move_to.hpp"
#include "model/place.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;
using model::RecordHeader;

/// What is to be done to which record, worked out.
struct Rename {
  const RecordHeader* record;
  std::string old_id;
  std::string new_id;  // the old one when only the folder changes
  std::string old_path;
  std::string new_path;
  std::vector<IdUse> uses = {};

  bool changes_id() const { return old_id != new_id; }
  bool changes_path() const { return old_path != new_path; }
};

std::string folder_to_move_to(const model::Dataset& data, const RecordHeader& head) {
  return head.kind == model::RecordKind::partner ? model::folder_to_move_to(data.partner(head))
                                                 : model::folder_to_move_to(data.engagement(head));
}

/// The record was moved by hand: its references still say the old id.
base::Result<Rename> finish(const Snapshot& snapshot, const RenameRequest& request) {
  const auto* const record =
      request.new_id.empty() ? nullptr : snapshot.records().dataset.find(request.new_id);
  auto uses = unresolved_uses(snapshot, request.id);
  if (record == nullptr || uses.empty()) return no_record(snapshot, request.id);
  const std::string path(record->source->path);
  return Rename{.record = record,
                .old_id = request.id,
                .new_id = request.new_id,
                .old_path = path,
                .new_path = path,
                .uses = std::move(uses)};
}

base::Result<Rename> plan(const Snapshot& snapshot, const RenameRequest& request) {
  // A file that cannot be read may refer to the record too.
  if (auto read = snapshot.is_readable(); !read) return read.failure();
  const model::Dataset& data = snapshot.records().dataset;
  if (data.find(request.id) == nullptr) return finish(snapshot, request);
  const auto found = find_one(snapshot, request.id);
  if (!found) return found.failure();
  const RecordHeader* const record = *found;
  Rename rename{.record = record,
                .old_id = request.id,
                .new_id = request.new_id.empty() ? request.id : request.new_id,
                .old_path = std::string(record->source->path),
                .new_path = {}};
  if (request.is_opaque) {
    auto drawn = drawn_id(snapshot, *record, request.draw);
    if (!drawn) return drawn.failure();
    rename.new_id = std::move(*drawn);
  }
  std::string folder = request.is_moved ? folder_to_move_to(data, *record) : std::string();
  if (folder.empty()) folder = model::folder_of_path(record->source->path);
  rename.new_path = model::path_in(folder, rename.new_id);
  if (!rename.changes_id()) return rename;
  if (auto checked = check_new_id(snapshot, rename.new_id); !checked) return checked.failure();
  rename.uses = uses_of(snapshot, *record);
  return rename;
}

base::Done can_be_seen(const std::vector<IdUse>& uses) {
  const auto hidden = std::ranges::find_if(uses, &IdUse::is_escaped);
  if (hidden == uses.end()) return base::done();
  return Failure{Failing::data,
                 fmt::format("{}: the id is written with escapes there", written(hidden->place)),
                 "write it there without escapes first"};
}

model::Edit edit_of(const Rename& rename) {
  model::Edit edit;
  for (auto first = rename.uses.begin(); first != rename.uses.end();) {
    const value::Source* const source = first->place.source;
    const auto last = std::find_if(first, rename.uses.end(), [source](const IdUse& use) {
      return use.place.source != source;
    });
    edit.at(std::string(source->path)).text =
        with_other_id(source->text, {first, last}, rename.new_id);
    first = last;
  }
  if (rename.changes_path()) edit.at(rename.old_path).moved_to = rename.new_path;
  if (rename.changes_id()) edit.renamed.emplace_back(rename.old_id, rename.new_id);
  return edit;
}

std::size_t count_files(const std::vector<IdUse>& uses) {
  std::size_t count = 0;
  const value::Source* last = nullptr;
  for (const IdUse& use : uses) count += std::exchange(last, use.place.source) != use.place.source;
  return count;
}

std::string references(const Rename& rename) {
  return fmt::format("{} in {}", base::counted(rename.uses.size(), "reference"),
                     base::counted(count_files(rename.uses), "file"));
}

/// What keeps the old id.
void add_kept(const Snapshot& snapshot, const Rename& rename, std::vector<std::string>& lines) {
  if (!rename.changes_id()) return;
  const auto count =
      snapshot.root().empty() ? 0 : count_manifests_with(snapshot.root(), rename.old_id);
  if (count > 0)
    lines.push_back(fmt::format("kept as history: '{}' in {} of log/outputs", rename.old_id,
                                base::counted(count, "manifest")));
  const auto words = words_like(snapshot, rename.old_id, rename.uses);
  if (words.empty()) return;
  lines.push_back(
      fmt::format("not changed, because it is no reference there: '{}' in", rename.old_id));
  for (const IdUse& word : words) lines.push_back("  " + written(word.place));
}

std::vector<std::string> done_lines(const Snapshot& snapshot, const Rename& rename) {
  std::vector<std::string> lines;
  if (rename.changes_id())
    lines.push_back(fmt::format("'{}' is now '{}': {}", rename.old_id, rename.new_id,
                                base::printable(rename.new_path)));
  else
    lines.push_back(fmt::format("{} is now {}", base::printable(rename.old_path),
                                base::printable(rename.new_path)));
  if (rename.changes_id()) lines.push_back("changed " + references(rename));
  add_kept(snapshot, rename, lines);
  return lines;
}

/// Each place, and then the lines that differ; a file that moves is one file.
std::string dry_run(const Snapshot& snapshot, const Rename& rename, const Preview& preview) {
  std::vector<std::string> lines;
  if (rename.changes_path())
    lines.push_back(fmt::format("would move {} to {}", base::printable(rename.old_path),
                                base::printable(rename.new_path)));
  if (rename.changes_id()) lines.push_back("would change " + references(rename));
  for (const IdUse& use : rename.uses)
    lines.push_back(fmt::format("  {}: {}{}", written(use.place), use.field->name,
                                use.is_mark ? ", in its text" : ""));
  add_kept(snapshot, rename, lines);
  std::string shown = base::join(lines, "\n") + "\n";
  std::vector<store::FileEdit> changed;
  std::string_view moved_before;
  std::string_view moved_after;
  for (const store::FileEdit& file : preview.files()) {
    if (rename.changes_path() && file.path == rename.old_path)
      moved_before = file.before.value_or("");
    else if (rename.changes_path() && file.path == rename.new_path)
      moved_after = file.after.value_or("");
    else
      changed.push_back(file);
  }
  shown +=
      base::unified_diff("a/" + rename.old_path, "b/" + rename.new_path, moved_before, moved_after);
  return shown + difference(changed);
}

/// Each reference leads to the record under its new id, and none is left.
base::Done check_references(const Rename& rename, const Preview& preview) {
  const model::Dataset& data = preview.snapshot().records().dataset;
  const RecordHeader* const after = data.find(rename.new_id);
  const bool is_whole = after != nullptr && after->source->path == rename.new_path &&
                        uses_of(preview.snapshot(), *after).size() >= rename.uses.size() &&
                        (data.find(rename.old_id) == nullptr || !rename.changes_id());
  if (is_whole) return base::done();
  return Failure{Failing::environment, "the references could not be changed as they should",
                 "nothing was written; please report this as a bug in rapport"};
}

/// Looked at, and found to lead each reference to the record.
base::Result<std::shared_ptr<const Preview>> looked_at(const Snapshot& snapshot,
                                                       const Occasion& occasion,
                                                       const Rename& rename) {
  if (auto seen = can_be_seen(rename.uses); !seen) return seen.failure();
  auto preview = Preview::make(snapshot, occasion, edit_of(rename));
  if (!preview) return preview;
  if (auto checked = check_references(rename, **preview); !checked) return checked.failure();
  if (!rename.changes_id()) return preview;
  const RecordHeader& after = *(*preview)->snapshot().records().dataset.find(rename.new_id);
  if (auto checked = check_reveals_nothing(**preview, after); !checked) return checked.failure();
  return preview;
}

}  // namespace

base::Result<std::shared_ptr<const Preview>> preview_rename(const Snapshot& snapshot,
                                                            const RenameRequest& request) {
  const auto planned = plan(snapshot, request);
  if (!planned) return planned.failure();
  return looked_at(snapshot, request.occasion, *planned);
}

base::Result<Output> rename(const Snapshot& snapshot, const store::Lock* lock,
                            const RenameRequest& request) {
  const auto planned = plan(snapshot, request);
  if (!planned) return planned.failure();
  const Rename& rename = *planned;
  if (!rename.changes_id() && !rename.changes_path())
    return Output{.basis = office_basis(snapshot, request.occasion.today),
                  .content = fmt::format("{} is in the right folder and has that id already\n",
                                         base::printable(rename.old_path))};
  const auto preview = looked_at(snapshot, request.occasion, rename);
  if (!preview) return preview.failure();
  auto output =
      write(**preview, lock,
            {.occasion = request.occasion, .edit = {}, .lines = done_lines(snapshot, rename)});
  if (output && lock == nullptr) output->content = dry_run(snapshot, rename, **preview);
  return output;
}

}  // namespace rapport::app
