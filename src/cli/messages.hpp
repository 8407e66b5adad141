// What goes to standard error: failures with their hints, and notes beside the answer. Every text
// is made safe for a terminal here.
#pragma once

#include "base/result.hpp"

#include <string_view>

namespace rapport::cli {

/// "rapport: what failed", with what stands on further lines under it, then "hint: what to do".
void print(const base::Failure& failure, bool color);

/// One line, or several, as they are.
void print_line(std::string_view line);

/// Without a line end: the answer is typed behind it.
void print_question(std::string_view question);

/// The exit status a kind of failure gives (design.md 4).
int exit_status(base::Failing kind);

inline constexpr int internal_error = 70;

}  // namespace rapport::cli
