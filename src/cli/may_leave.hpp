// Whether an output may leave: what is for the office only goes into a file when that was agreed
// to, and what is for others is looked through once more.
#pragma once

#include "base/result.hpp"
#include "release/last_look.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::app {
struct Output;
}

namespace rapport::cli {

class Session;

/// A check sheet, which is the office's own and names whom its letter may not. Nothing else.
struct OfficeFile {
  std::string path;
  std::string bytes;
};

/// A line on standard error once the output is written.
struct PrintedNote {
  std::string text;
  bool for_office = false;  // its audience does not get it
};

/// An output as it is to be written, with what goes with it.
struct Leaving {
  const app::Output& output;
  std::string bytes;
  std::optional<OfficeFile> beside = {};  // written with the file, or neither is
  std::vector<PrintedNote> notes = {};
};

/// Whether what is printed goes into a file: by --output, or by the shell's `>`. A pipe is none:
/// what reads it is what the user chose.
bool goes_into_file(const Session& session);

/// Fails where an answer for the office only would go into a file without --protected. By itself
/// for a command that writes something before it answers.
base::Done may_answer_office(const Session& session);

/// Fails where --audience names others than the office. What the records said before has no other
/// audience: consent may have been withdrawn since.
base::Done history_is_for_office(const Session& session);

/// Nothing of it has been written yet.
base::Done may_leave(const Session& session, const Leaving& leaving);

/// What was found in `what`, where, and how to go on. The words are text of a record, which a log
/// is no place for: they are shown where `shows_words`.
base::Failure refusal(const release::Leak& leak, std::string_view what, bool shows_words);

}  // namespace rapport::cli
