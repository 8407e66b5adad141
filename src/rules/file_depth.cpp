#include "rules/engine/rule.hpp"

namespace rapport::rules {
namespace {

constexpr Trouble troubles[] = {Trouble::too_deep};

}  // namespace

extern const RuleSpec file_depth_rule = {
    .summary = "A folder lies deeper than records are kept",
    .help =
        "Records lie in partners/<group>/ and engagements/<year>/. What is further down was"
        " not read.",
    .example = "# partners/states/old/2015/",
    .troubles = troubles,
    .trouble =
        [](const PathTrouble& found, Report& report) {
          report.add(found.path, "this folder is deeper than records are kept")
              .fix("move its records up, or the folder elsewhere");
        },
};

}  // namespace rapport::rules
