// What a use case makes: a view with all that belongs to it, under the release it was made under.
#pragma once

#include "app/manifest.hpp"
#include "app/note.hpp"
#include "app/snapshot.hpp"
#include "release/release.hpp"
#include "view/cards.hpp"
#include "view/check_sheet.hpp"
#include "view/findings.hpp"
#include "view/page.hpp"
#include "view/table.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace rapport::app {

/// The release an output is made under, with the records it rests on. There is none without, and
/// both stay for as long as the output does.
class Basis {
 public:
  Basis(const Snapshot& snapshot, release::Purpose purpose);

  const Snapshot& snapshot() const { return *snapshot_; }
  release::Release& released() const { return *released_; }

 private:
  std::shared_ptr<const Snapshot> snapshot_;
  std::shared_ptr<release::Release> released_;
};

/// Of what is printed for the office alone.
Basis office_basis(const Snapshot& snapshot, value::Date today);

/// A view in the format that is asked for, or bytes as they are.
using Content = std::variant<view::Table, view::Page, view::Cards, view::Findings, std::string>;

using Counts = std::vector<std::pair<std::string, std::size_t>>;

/// Nothing of it leaves but through `deliver`, under its own release.
struct Output {
  Basis basis;
  Content content;
  /// No value of a record is in it that is not open, so that it may go into a file.
  bool is_open = false;
  std::optional<view::CheckSheet> check_sheet = {};  // the office's own, never its audience's
  std::vector<Note> notes = {};
  Counts counts = {};          // "mandates": 2, of a document
  bool states_counts = false;  // also where it goes into no file
  /// Of an edition, without the digest of its bytes: it is in the repository before a byte leaves.
  std::optional<Manifest> manifest = {};
};

}  // namespace rapport::app
