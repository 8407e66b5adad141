// The next deadline of a record, for the computed fields that tell its day and what it is.
#pragma once

#include "mandate/questions/deadlines.hpp"
#include "query/context.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace rapport::query {

/// What is overdue comes first.
std::optional<mandate::questions::Deadline> next_due(const model::RecordHeader& head,
                                                     const Context& context);

/// The rows that deadlines follow from.
inline constexpr std::array<std::string_view, 24> deadline_rows = {"consent",
                                                                   "minor_until",
                                                                   "risk",
                                                                   "situation",
                                                                   "kind",
                                                                   "status",
                                                                   "mode",
                                                                   "start",
                                                                   "end",
                                                                   "between",
                                                                   "partners",
                                                                   "visit.programme",
                                                                   "commitments",
                                                                   "part_of",
                                                                   "case.status",
                                                                   "case.co_signatories",
                                                                   "communication.type",
                                                                   "communication.sent",
                                                                   "communication.replies",
                                                                   "communication.publication",
                                                                   "communication.co_signatories",
                                                                   "themes",
                                                                   "communication.legislation",
                                                                   "communication.alleged_victims"};

}  // namespace rapport::query
