#include "rules/engine/rule.hpp"

namespace rapport::rules::file_name_rule {
namespace {

constexpr Trouble troubles[] = {Trouble::odd_name};

}  // namespace

extern const RuleSpec spec = {
    .summary = "The name of a file can mislead",
    .help =
        "A name that begins with -, contains control characters or is not UTF-8 can mislead a "
        "terminal or a program.",
    .example = "# partners/states/-rf.yaml",
    .troubles = troubles,
    .trouble =
        [](const PathTrouble& found, Report& report) {
          report.add(found.path, "this name can mislead a terminal or a program")
              .fix("rename the file");
        },
};

}  // namespace rapport::rules::file_name_rule
