#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::starts_program_rule {
namespace {

constexpr Trouble troubles[] = {Trouble::starts_program};

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "A file beside the records is a program, or starts one",
    .help =
        "Some editors and shells run the commands in such a file as soon as the folder is opened, "
        "build programs run them when they are started, and a program runs when it is clicked. "
        "Records need no such file, and everyone who has a copy of the repository gets it with "
        "them.",
    .example = "# .vscode/tasks.json",
    .troubles = troubles,
    .trouble =
        [](const PathTrouble& found, Report& report) {
          report
              .add(found.path, found.other.empty()
                                   ? std::string("this file is a program")
                                   : fmt::format("{} runs the commands in this file", found.other))
              .fix("keep it outside the repository, unless your office put it there");
        },
};

}  // namespace rapport::rules::starts_program_rule
