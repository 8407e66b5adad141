#include "rules/engine/rule.hpp"

namespace rapport::rules::file_depth_rule {
namespace {

constexpr Trouble troubles[] = {Trouble::too_deep};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A folder is deeper than records are looked for",
    .help =
        "Records are in partners/<group>/ and engagements/<year>/. Folders below those are read "
        "too, down to eight levels, so that no record gets lost; anything deeper was not read.",
    .example = "# partners/states/a/b/c/d/e/f/g/",
    .troubles = troubles,
    .trouble =
        [](const PathTrouble& found, Report& report) {
          report.add(found.path, "this folder is deeper than records are looked for")
              .fix("move its records up, or the folder elsewhere");
        },
};

}  // namespace rapport::rules::file_depth_rule
