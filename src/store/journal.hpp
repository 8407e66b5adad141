// The journal of a change of several files: what is needed to finish or undo it when the command is
// killed. It lies in `.rapport/` from before the first file is touched until the last one is done.
#pragma once

#include "base/descriptor.hpp"
#include "base/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::store {

/// One file, with its digests before and after; nothing where there is no such file.
struct JournalEntry {
  std::string path;  // relative to the root
  std::optional<std::string> before;
  std::optional<std::string> after;
};

struct Journal {
  std::string id;  // of the change, in the names of its temporary files
  std::vector<JournalEntry> entries;
};

base::Result<std::string> new_change_id();

/// Beside the file of an entry: its new text, and after the change its old one.
std::string temporary_name(const Journal& journal, std::size_t entry);

/// What a command may write through a change: records, rows, templates, manifests, and the files
/// that `init` makes. A journal could come from anybody, so that no other path in it is followed.
bool is_writable_path(std::string_view path);

/// A digest of it at the end: what is torn, cut off or edited is not taken for a journal.
std::string text_of(const Journal& journal);
std::optional<Journal> parse_journal(std::string_view text);

/// Whole and synced before it has its name.
base::Done write_journal(const base::Descriptor& root, const Journal& journal);
base::Done remove_journal(const base::Descriptor& root);

struct FoundJournal {
  bool exists = false;
  bool is_recent = false;          // written within the last minute
  std::optional<Journal> journal;  // nothing when it is damaged
};
base::Result<FoundJournal> find_journal(const base::Descriptor& root);

/// A journal that cannot be followed gets another name: its new path, relative to the root.
base::Result<std::string> set_journal_aside(const base::Descriptor& root);

}  // namespace rapport::store
