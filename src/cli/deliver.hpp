// The one door: every byte of an answer leaves through here, to a file or to standard output, and
// is looked through under the release it was made under.
#pragma once

#include "base/result.hpp"
#include "view/cards.hpp"
#include "view/findings.hpp"
#include "view/page.hpp"
#include "view/table.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace rapport::release {
class Released;
}
namespace rapport::store {
class Lock;
struct FileEdit;
}  // namespace rapport::store

namespace rapport::cli {

class Session;

/// A view in the format asked for (--format, else the suffix of --output, else the usual one of its
/// shape), or bytes as they are.
using Content =
    std::variant<view::Table, view::Page, view::Cards, view::Findings, std::string>;

/// What only some commands say about their answer.
struct Manner {
  bool nul = false;              // ids end in NUL
  bool excerpts = false;         // findings show the text of their lines, also in a file
  std::string_view format = {};  // when there is no --format, and no suffix of the file
  bool to_screen = false;        // in `format` whatever was asked for: it is no part of the answer
};

/// A check sheet, which is the office's own and names whom its letter may not. Nothing else.
struct OfficeFile {
  std::string path;
  std::string bytes;
};

/// A line on standard error once the answer is written.
struct Note {
  std::string text;
  bool for_office = false;  // of a check sheet: its audience does not get it
};

/// The manifest of a document that is issued, which is new: it is in the repository before a byte
/// of the document leaves.
struct Issue {
  const store::Lock& lock;
  const store::FileEdit& manifest;
};

/// What was made from the repository. Nothing of it leaves but under the release it was made under.
struct Output {
  const release::Released& released;
  Content content;
  Manner manner = {};
  /// No value of a record stands in it that is not open, so that it may go into a file.
  bool is_open = false;
  std::vector<OfficeFile> beside = {};  // written with the file, or neither is
  std::vector<Note> notes = {};
  const Issue* issue = nullptr;
};

/// What no record has touched: a help text, a script, the path of a new file.
struct ProgramText {
  explicit ProgramText(Content text, Manner how = {})
      : content(std::move(text)), manner(std::move(how)) {}

  Content content;
  Manner manner;
};

base::Done deliver(Session& session, const Output& output);
base::Done deliver(Session& session, const ProgramText& text);

/// The bytes that `deliver` would write.
base::Result<std::string> rendered(const Session& session, const Content& content,
                                   const Manner& manner = {});

}  // namespace rapport::cli
