#include "rules/engine/rule.hpp"

namespace rapport::rules::file_changed_rule {
namespace {

constexpr Trouble troubles[] = {Trouble::changed};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A file was written while it was read",
    .help =
        "Someone else, or another program, was writing it. What was read may be half old and half "
        "new.",
    .example = "# a file that another program is writing",
    .troubles = troubles,
    .trouble =
        [](const PathTrouble& found, Report& report) {
          report.add(found.path, "this changed while it was read")
              .fix("run rapport validate again");
        },
};

}  // namespace rapport::rules::file_changed_rule
