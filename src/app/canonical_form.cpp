#include "app/canonical_form.hpp"

#include "app/records.hpp"
#include "app/validate_scope.hpp"
#include "app/write.hpp"
#include "base/parallel_for.hpp"
#include "base/unicode.hpp"
#include "model/canonical.hpp"
#include "model/record_type.hpp"
#include "store/texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace rapport::app {
namespace {

struct CanonicalFile {
  std::string_view path;
  std::string_view before;
  std::optional<base::Result<std::string>> after = {};
};

/// Those that were asked about, sorted by path.
std::vector<CanonicalFile> files_in(const ValidateScope& scope, const store::Texts& texts) {
  std::vector<std::string_view> paths = scope.paths;
  std::ranges::sort(paths);
  std::vector<CanonicalFile> files;
  for (const store::TextFile& file : texts.files)
    if (model::type_at(file.path) != nullptr &&
        (scope.everything || std::ranges::binary_search(paths, file.path)))
      files.push_back({file.path, file.text});
  std::ranges::sort(files, {}, &CanonicalFile::path);
  return files;
}

void format(std::vector<CanonicalFile>& files, unsigned threads) {
  base::ParallelFor(threads).run(
      files.size(),
      [&files](unsigned, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
          files[i].after = model::canonical(files[i].before, *model::type_at(files[i].path));
      },
      16);
}

Note left_alone(std::string_view path, const base::Failure& failure) {
  return {
      NoteCode::left_as_it_is,
      {base::printable(path), failure.what + (failure.hint.empty() ? "" : "; " + failure.hint)}};
}

Note unreadable(std::string_view path) {
  return {NoteCode::left_as_it_is,
          {base::printable(path), fmt::format("it cannot be read; `rapport validate {}` shows why",
                                              base::printable(path))}};
}

/// What is there and is no text.
std::vector<Note> unread(const ValidateScope& scope,
                         const std::vector<value::PathTrouble>& troubles) {
  std::vector<Note> notes;
  for (const auto& trouble : troubles)
    if (scope.everything || std::ranges::count(scope.paths, trouble.path) != 0)
      notes.push_back(unreadable(trouble.path));
  return notes;
}

/// Of the files that are not in that form yet; a note of each that has none.
std::vector<store::FileEdit> edits_of(const std::vector<CanonicalFile>& files,
                                      std::vector<Note>& notes) {
  std::vector<store::FileEdit> edits;
  for (const CanonicalFile& file : files) {
    const base::Result<std::string>& after = *file.after;
    if (!after)
      notes.push_back(after.failure().hint == "rapport validate"
                          ? unreadable(file.path)
                          : left_alone(file.path, after.failure()));
    else if (*after != file.before)
      edits.push_back({std::string(file.path), file.before, *after});
  }
  return edits;
}

}  // namespace

base::Result<FormOutput> write_canonical_form(std::shared_ptr<const Reference> reference,
                                              const store::Lock* lock, const FormRequest& request) {
  const auto read = Snapshot::read(std::move(reference), request.occasion.threads);
  if (!read) return read.failure();
  const Snapshot& snapshot = **read;
  const store::Texts texts = snapshot.texts();
  std::vector<value::PathTrouble> troubles = texts.troubles;
  const auto& own = snapshot.reference().troubles;
  troubles.insert(troubles.end(), own.begin(), own.end());
  const auto scope = resolve_scope(snapshot, request.directory, request.about,
                                   snapshot.records().reading.faults, troubles, texts.files);
  if (!scope) return scope.failure();
  std::vector<CanonicalFile> files = files_in(*scope, texts);
  format(files, request.occasion.threads);
  std::vector<Note> notes = unread(*scope, troubles);
  const std::vector<store::FileEdit> edits = edits_of(files, notes);
  std::string content;
  if (lock == nullptr) content = difference(edits);
  if (lock != nullptr && !edits.empty())
    if (auto written = store::apply(*lock, edits); !written) return written.failure();
  if (lock != nullptr)
    for (const auto& edit : edits) content += base::printable(edit.path) + '\n';
  const std::size_t left = notes.size();
  return FormOutput{.output = {.basis = office_basis(snapshot, request.occasion.today),
                               .content = std::move(content),
                               .is_open = lock != nullptr || edits.empty(),
                               .notes = std::move(notes)},
                    .changed = edits.size(),
                    .left_alone = left};
}

}  // namespace rapport::app
