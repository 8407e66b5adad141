#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <cstring>

namespace rapport::rules {
namespace {

constexpr Trouble troubles[] = {Trouble::unreadable};

}  // namespace

extern const RuleSpec file_unreadable_rule = {
    .summary = "A file or folder cannot be read",
    .help =
        "What cannot be read was not checked, and answers may lack what it says. Mostly its"
        " permissions are wrong, or the disk is.",
    .example = "# a file without permission to read",
    .troubles = troubles,
    .trouble =
        [](const PathTrouble& found, Report& report) {
          report.add(found.path,
                     fmt::format("this cannot be read: {}", std::strerror(found.error)));
        },
};

}  // namespace rapport::rules
