#include "rules/engine/faults.hpp"

#include <fmt/format.h>

namespace rapport::rules::file_twin_rule {
namespace {

constexpr Trouble troubles[] = {Trouble::case_twin};

}  // namespace

extern const RuleSpec spec = {
    .summary = "Two paths differ only in case or accents",
    .help = "Other systems treat them as one file, and a clone there would lose one of the two.",
    .example = "# partners/states/xxa-mfa.yaml and partners/states/XXA-MFA.yaml",
    .troubles = troubles,
    .trouble =
        [](const PathTrouble& found, Report& report) {
          report
              .add(found.path, fmt::format("this differs from {} only in case or normal form",
                                           quote(found.other)))
              .fix("rename one of them");
        },
};

}  // namespace rapport::rules::file_twin_rule
