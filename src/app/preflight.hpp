// The rules over the records that a document is made from, before it is made: nothing is handed out
// on what is wrong.
#pragma once

#include "app/note.hpp"
#include "app/occasion.hpp"
#include "app/snapshot.hpp"
#include "view/findings.hpp"

#include <span>
#include <vector>

namespace rapport::app {

class Preflight {
 public:
  /// `excerpts`: findings have the text of their lines.
  Preflight(const Snapshot& snapshot, const Occasion& occasion, bool excerpts)
      : snapshot_(snapshot), occasion_(occasion), excerpts_(excerpts) {}

  /// Checks `asked`, what they refer to, and what the case they are part of refers to, and the
  /// files of the office; no other record. Fails where there are errors.
  base::Done check_used(std::span<const model::RecordId> asked);
  /// Checks records of which a line is printed, and them alone. Fails likewise.
  base::Done check_quoted(std::span<const model::RecordId> quoted);

  /// The errors for which it failed.
  const view::Findings& errors() const { return errors_; }
  /// Warnings and notes are counted.
  const std::vector<Note>& notes() const { return notes_; }

 private:
  base::Done no_errors(view::Findings found);

  const Snapshot& snapshot_;
  const Occasion& occasion_;
  bool excerpts_;
  view::Findings errors_ = {};
  std::vector<Note> notes_ = {};
};

}  // namespace rapport::app
