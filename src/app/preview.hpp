// The records as they would be after a change: it can be looked at before it is written.
#pragma once

#include "app/occasion.hpp"
#include "base/result.hpp"
#include "model/edit.hpp"
#include "store/apply.hpp"
#include "store/texts.hpp"
#include "value/finding.hpp"

#include <deque>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace rapport::app {

class Snapshot;

class Preview {
 public:
  /// Decodes all records again, with the new texts in place of the old ones. Fails when an
  /// operation cannot be made in its text.
  static base::Result<std::shared_ptr<const Preview>> make(const Snapshot& snapshot,
                                                           const Occasion& occasion,
                                                           const model::Edit& edit);

  /// Sorted by path; without those that stay as they are.
  std::span<const store::FileEdit> files() const { return files_; }

  const Snapshot& before() const { return *before_; }

  /// Ids, and what the records that had them are known as afterwards.
  std::span<const std::pair<std::string, std::string>> renamed() const { return renamed_; }

  /// The records as they would be, with the office's own rows.
  const Snapshot& snapshot() const { return *after_; }

  /// What the rules say of any record, and did not say before. Warnings and notes too. Their places
  /// lead into `snapshot()`.
  std::vector<value::Finding> new_findings() const;

 private:
  Preview(const Snapshot& before, const Occasion& occasion);

  base::Done change(const model::FileChange& change,
                    std::span<const store::TextFile> files);  // sorted by path
  base::Done read();

  std::shared_ptr<const Snapshot> before_;
  Occasion occasion_;
  std::shared_ptr<const Snapshot> after_;
  std::deque<std::string> texts_;
  std::vector<store::FileEdit> files_;
  std::vector<std::pair<std::string, std::string>> renamed_;
};

}  // namespace rapport::app
