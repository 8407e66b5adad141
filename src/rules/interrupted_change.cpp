#include "rules/engine/rule.hpp"

namespace rapport::rules::interrupted_change_rule {
namespace {

constexpr Trouble troubles[] = {Trouble::interrupted_change};

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::error,
    .summary = "A command was stopped while it changed several files",
    .help =
        "Some of the files may be as they were, and others as they were to be. "
        ".rapport/journal lists them. The next command that writes finishes or undoes "
        "the whole change, and prints which; a file that somebody changed meanwhile stays, with "
        "the other version beside it. Until then, do not commit.",
    .example = "# .rapport/journal",
    .troubles = troubles,
    .trouble =
        [](const PathTrouble& found, Report& report) {
          report.add(found.path, "a change of several files was interrupted")
              .fix("the next command that writes finishes or undoes it; do not commit before");
        },
};

}  // namespace rapport::rules::interrupted_change_rule
