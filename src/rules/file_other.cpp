#include "rules/engine/rule.hpp"

namespace rapport::rules {
namespace {

constexpr Trouble troubles[] = {Trouble::not_yaml};

}  // namespace

extern const RuleSpec file_other_rule = {
    .severity = Severity::warning,
    .summary = "A file among the records is no record",
    .help =
        "Only files that end in .yaml are read. A record saved as .yml or .txt would be "
        "missing from every answer.",
    .example = "# partners/states/xxa-mfa.yml",
    .troubles = troubles,
    .trouble =
        [](const PathTrouble& found, Report& report) {
          report.add(found.path, "this file is not read")
              .fix("name it .yaml if it is a record, else keep it elsewhere");
        },
};

}  // namespace rapport::rules
