// The files of one change, each with what can be done to it: prepare its new text beside it, carry
// it out, take it back. Which of that a killed command had done can be seen from the files alone.
#pragma once

#include "base/descriptor.hpp"
#include "base/exchange.hpp"
#include "base/result.hpp"
#include "store/journal.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace rapport::store {

enum class Progress { waiting, done, changed_by_others };

struct FileState {
  Progress progress = Progress::waiting;
  bool has_temporary = false;
  bool has_new = false;  // the temporary file is the new text
  bool has_old = false;  // or the old one

  bool can_be_done(const JournalEntry& entry) const { return !entry.after || has_new; }
  bool can_be_undone(const JournalEntry& entry) const { return !entry.before || has_old; }
};

class Change {
 public:
  Change(base::Descriptor root, std::string root_path, Journal journal)
      : root_(std::move(root)), root_path_(std::move(root_path)), journal_(std::move(journal)) {}

  const base::Descriptor& root() const { return root_; }
  const Journal& journal() const { return journal_; }
  std::size_t size() const { return journal_.entries.size(); }

  base::Result<FileState> look_at(std::size_t entry) const;
  /// Writes the temporary file, which is not there yet, and syncs it.
  base::Done prepare(std::size_t entry, std::string_view text) const;
  /// False when somebody else has changed the file.
  base::Result<bool> carry_out(std::size_t entry) const;
  base::Result<bool> take_back(std::size_t entry) const;
  base::Done drop_temporary(std::size_t entry) const;
  /// The path that the temporary file has from now on, for the user.
  base::Result<std::string> keep_temporary(std::size_t entry) const;
  /// All folders of the change.
  base::Done sync_folders() const;

 private:
  base::Descriptor folder_of(std::size_t entry) const;
  base::Replacement files_of(std::size_t entry, const base::Descriptor& folder) const;
  base::Failure failed_to(std::string_view what, std::size_t entry, int error) const;

  base::Descriptor root_;
  std::string root_path_;
  Journal journal_;
};

}  // namespace rapport::store
