#include "store/settle.hpp"

#include <optional>
#include <utility>

namespace rapport::store {
namespace {

/// A file that stays as it is, with the version beside it.
base::Result<std::optional<LeftFile>> leave(const Change& change, std::size_t entry,
                                            bool is_changed, bool has_version) {
  LeftFile left{change.journal().entries[entry].path, is_changed, {}};
  if (has_version) {
    auto kept = change.keep_temporary(entry);
    if (!kept) return kept.failure();
    left.kept = std::move(*kept);
  }
  return std::optional(std::move(left));
}

/// One file in that direction; nothing: it is as it was to be.
base::Result<std::optional<LeftFile>> move(const Change& change, std::size_t entry,
                                           const Outlook& outlook) {
  const JournalEntry& meant = change.journal().entries[entry];
  const auto state = change.look_at(entry);
  if (!state) return state.failure();
  const bool forward = outlook.direction == Direction::forward;
  if (state->progress == Progress::changed_by_others)
    return outlook.is_begun || state->has_old ? leave(change, entry, true, state->has_temporary)
                                              : std::optional<LeftFile>{};
  if (state->progress == (forward ? Progress::waiting : Progress::done)) {
    if (forward ? !state->can_be_done(meant) : !state->can_be_undone(meant))
      return leave(change, entry, false, state->has_temporary);
    const auto moved = forward ? change.carry_out(entry) : change.take_back(entry);
    if (!moved) return moved.failure();
    return *moved ? std::optional<LeftFile>{} : leave(change, entry, true, state->has_temporary);
  }
  // What came out of an exchange may be what somebody had saved a moment before it.
  const bool came_out = state->progress == Progress::done && state->has_temporary &&
                        !state->has_old && !state->has_new;
  return came_out ? leave(change, entry, true, true) : std::optional<LeftFile>{};
}

}  // namespace

base::Result<Outlook> outlook(const Change& change) {
  bool is_begun = false;
  bool can_finish = true;
  bool can_undo = true;
  bool is_disturbed = false;  // by a change of somebody else to a file that was still to be written
  for (std::size_t i = 0; i < change.size(); ++i) {
    const JournalEntry& meant = change.journal().entries[i];
    const auto state = change.look_at(i);
    if (!state) return state.failure();
    is_begun = is_begun || state->progress == Progress::done || state->has_old;
    if (state->progress == Progress::waiting)
      can_finish = can_finish && state->can_be_done(meant);
    else if (state->progress == Progress::done)
      can_undo = can_undo && state->can_be_undone(meant);
    else
      is_disturbed = is_disturbed || !state->has_old;
  }
  // What was not begun did not happen: who saw it killed may have typed it again.
  const bool goes_forward = is_begun && (can_finish ? !is_disturbed || !can_undo : !can_undo);
  return Outlook{goes_forward ? Direction::forward : Direction::back, is_begun};
}

base::Result<std::vector<LeftFile>> settle(const Change& change, const Outlook& outlook) {
  std::vector<LeftFile> left;
  for (std::size_t i = 0; i < change.size(); ++i) {
    const bool forward = outlook.direction == Direction::forward;
    auto moved = move(change, forward ? i : change.size() - 1 - i, outlook);
    if (!moved) return moved.failure();
    if (*moved) left.push_back(std::move(**moved));
  }
  // The old texts go when the new ones are on disk for sure, and the journal when nothing is left.
  if (auto synced = change.sync_folders(); !synced) return synced.failure();
  for (std::size_t i = 0; i < change.size(); ++i)
    if (auto dropped = change.drop_temporary(i); !dropped) return dropped.failure();
  if (auto removed = remove_journal(change.root()); !removed) return removed.failure();
  return left;
}

}  // namespace rapport::store
