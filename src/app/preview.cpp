#include "app/preview.hpp"

#include "app/id_uses.hpp"
#include "app/snapshot.hpp"
#include "app/validate.hpp"
#include "base/unicode.hpp"
#include "model/record_path.hpp"
#include "model/record_type.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>

namespace rapport::app {

using base::Failing;
using base::Failure;
using store::FileEdit;
using value::Finding;

Preview::Preview(const Snapshot& before, const Occasion& occasion)
    : before_(before.shared_from_this()), occasion_(occasion) {}

base::Result<std::shared_ptr<const Preview>> Preview::make(const Snapshot& snapshot,
                                                           const Occasion& occasion,
                                                           const model::Edit& edit) {
  const std::shared_ptr<Preview> preview(new Preview(snapshot, occasion));
  auto files = snapshot.texts().files;
  std::ranges::sort(files, {}, &store::TextFile::path);
  preview->renamed_ = edit.renamed;
  for (const model::FileChange& change : edit.files)
    if (auto changed = preview->change(change, files); !changed) return changed.failure();
  std::ranges::sort(preview->files_, {}, &FileEdit::path);
  if (auto read = preview->read(); !read) return read.failure();
  return std::shared_ptr<const Preview>(preview);
}

base::Done Preview::change(const model::FileChange& change,
                           std::span<const store::TextFile> files) {
  const auto found = std::ranges::lower_bound(files, change.path, {}, &store::TextFile::path);
  const bool is_there = found != files.end() && found->path == change.path;
  const std::optional<std::string_view> before =
      is_there ? std::optional(found->text) : std::nullopt;
  if (change.is_removed) {
    files_.push_back({change.path, before, std::nullopt});
    return base::done();
  }
  std::string text = change.text ? *change.text : std::string(before.value_or(""));
  const value::Type* const type = model::type_at(change.path);
  if ((!is_there && !change.text) || (type == nullptr && !change.operations.empty()))
    return Failure{Failing::environment,
                   fmt::format("'{}' is not a record that was read", base::printable(change.path)),
                   "run the command again"};
  if (!change.operations.empty()) {
    auto patched = yaml::patch(text, change.operations, model::table_order(*type));
    if (!patched) {
      Failure failure = patched.failure();
      failure.what = fmt::format("{}: {}", base::printable(change.path), failure.what);
      return failure;
    }
    text = std::move(*patched);
  }
  if (before == text && change.moved_to.empty()) return base::done();
  const std::string_view after = texts_.emplace_back(std::move(text));
  if (change.moved_to.empty()) {
    files_.push_back({change.path, before, after});
    return base::done();
  }
  files_.push_back({change.path, before, std::nullopt});
  files_.push_back({change.moved_to, std::nullopt, after});
  return base::done();
}

base::Done Preview::read() {
  store::Texts texts = before_->texts();
  std::erase_if(texts.files, [this](const store::TextFile& file) {
    return std::ranges::binary_search(files_, file.path, {}, &FileEdit::path);
  });
  // The records stay until the process ends, and point into what they were read from.
  for (const FileEdit& file : files_)
    if (file.after)
      texts.files.push_back({texts.memory->copy(file.path), texts.memory->copy(*file.after)});
  const std::string& root = before_->root();
  const bool changes_rows = std::ranges::any_of(files_, [](const FileEdit& file) {
    return model::type_at(file.path) == &model::reference_type();
  });
  auto reference = changes_rows ? read_reference(root, texts) : before_->shared_reference();
  auto after = Snapshot::of(std::move(reference), occasion_.threads, std::move(texts));
  if (!after) return after.failure();
  after_ = std::move(*after);
  return base::done();
}

std::vector<Finding> Preview::new_findings() const {
  auto before = findings_of(*before_, occasion_);
  auto after = findings_of(*after_, occasion_);
  for (Finding& finding : before)
    for (const auto& [old_id, new_id] : renamed_)
      finding.message = with_other_word(finding.message, old_id, new_id);
  const auto by_what = [](const Finding& left, const Finding& right) {
    return std::tie(left.rule, left.message) < std::tie(right.rule, right.message);
  };
  std::ranges::sort(before, by_what);
  std::vector<bool> is_used(before.size());
  // What was found in a file before is found there again, if anywhere; the rest may have moved.
  const auto take = [&](const Finding& finding, bool elsewhere) {
    const auto [first, last] = std::equal_range(before.begin(), before.end(), finding, by_what);
    for (auto old = first; old != last; ++old) {
      const auto index = static_cast<std::size_t>(old - before.begin());
      if (is_used[index] || !(elsewhere || path_of(*old) == path_of(finding))) continue;
      is_used[index] = true;
      return true;
    }
    return false;
  };
  std::erase_if(after, [&](const Finding& finding) { return take(finding, false); });
  std::erase_if(after, [&](const Finding& finding) { return take(finding, true); });
  return after;
}

}  // namespace rapport::app
