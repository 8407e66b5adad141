// The rules over the records that a document is made from, before it is made: nothing is handed out
// on what is wrong.
#pragma once

#include "base/result.hpp"

#include <span>

namespace rapport::model {
struct RecordId;
}

namespace rapport::cli {

class Session;

/// Checks `asked`, what they refer to, and what the case they are part of refers to, and the files
/// of the office; no other record. Errors are told on standard error as `validate` tells them, and
/// fail; warnings and notes are counted there.
base::Done check_used(Session& session, std::span<const model::RecordId> asked);

/// Checks records of which a line is printed, and them alone: errors are told, and fail.
base::Done check_quoted(Session& session, std::span<const model::RecordId> quoted);

}  // namespace rapport::cli
