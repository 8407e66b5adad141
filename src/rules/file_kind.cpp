#include "rules/engine/rule.hpp"

namespace rapport::rules::file_kind_rule {
namespace {

constexpr Trouble troubles[] = {Trouble::not_regular};

}  // namespace

extern const RuleSpec spec = {
    .summary = "Something that is not a file has the name of a record",
    .help = "A directory, pipe, socket or device cannot be a record.",
    .example = "# a directory partners/states/xxa-mfa.yaml",
    .troubles = troubles,
    .trouble =
        [](const PathTrouble& found, Report& report) {
          report.add(found.path, "this is not a regular file").fix("remove or rename it");
        },
};

}  // namespace rapport::rules::file_kind_rule
