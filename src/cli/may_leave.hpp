// Whether an output may leave: what is for the office only goes into a file when that was agreed
// to, and what is for others is looked through once more.
#pragma once

#include "base/result.hpp"
#include "release/last_look.hpp"

#include <string_view>

namespace rapport::cli {

class Session;
struct Output;

/// Whether what is printed goes into a file: by --output, or by the shell's `>`. A pipe is none:
/// what reads it is what the user chose.
bool goes_into_file(const Session& session);

/// Fails where an answer for the office only would go into a file without --protected. By itself
/// for a command that writes something before it answers.
base::Done may_answer_office(const Session& session);

/// `bytes` are what is written of the output. Nothing has been written yet.
base::Done may_leave(const Session& session, const Output& output, std::string_view bytes);

/// What was found in `what`, where, and how to go on. The words are text of a record, which a log
/// is no place for: they are shown where `shows_words`.
base::Failure refusal(const release::Leak& leak, std::string_view what, bool shows_words);

}  // namespace rapport::cli
