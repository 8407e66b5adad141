#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::starts_program_rule {
namespace {

constexpr Trouble troubles[] = {Trouble::starts_program};

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "A file beside the records runs a program, or is one",
    .help =
        "Some editors and shells run what such a file says as soon as the folder is opened, build "
        "programs when they are called, and a program when it is clicked on. Records need none, "
        "and everybody who has a copy of the repository gets it with them.",
    .example = "# .vscode/tasks.json",
    .troubles = troubles,
    .trouble =
        [](const PathTrouble& found, Report& report) {
          report
              .add(found.path, found.other.empty()
                                   ? std::string("this file is a program")
                                   : fmt::format("{} runs what is written there", found.other))
              .fix("keep it outside the repository, unless your office put it there");
        },
};

}  // namespace rapport::rules::starts_program_rule
