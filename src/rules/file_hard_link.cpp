#include "rules/engine/rule.hpp"

namespace rapport::rules::file_hard_link_rule {
namespace {

constexpr Trouble troubles[] = {Trouble::hard_link};

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "A record has a second name elsewhere",
    .help =
        "Another path leads to the same file. When the record is rewritten, the other name "
        "keeps the old text.",
    .example = "# a file with two names",
    .troubles = troubles,
    .trouble =
        [](const PathTrouble& found, Report& report) {
          report.add(found.path, "this file has another name too")
              .fix("copy it, and remove the other name");
        },
};

}  // namespace rapport::rules::file_hard_link_rule
