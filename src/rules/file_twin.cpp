#include "rules/engine/faults.hpp"

#include <fmt/format.h>

namespace rapport::rules::file_twin_rule {
namespace {

constexpr Trouble troubles[] = {Trouble::case_twin};

}  // namespace

extern const RuleSpec spec = {
    .summary = "Two paths differ by case or accents only",
    .help = "Other systems take them for one file, and a clone there would lose one of the two.",
    .example = "# partners/states/xxa-mfa.yaml and partners/states/XXA-MFA.yaml",
    .troubles = troubles,
    .trouble =
        [](const PathTrouble& found, Report& report) {
          report
              .add(found.path, fmt::format("this differs from {} by case or normal form only",
                                           quote(found.other)))
              .fix("rename one of them");
        },
};

}  // namespace rapport::rules::file_twin_rule
