#include "rules/engine/rule.hpp"

namespace rapport::rules::file_link_rule {
namespace {

constexpr Trouble troubles[] = {Trouble::link};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A record is a symbolic link",
    .help =
        "A link may lead out of the repository, to something that others can change or that"
        " must not be read. Links are never followed.",
    .example = "# partners/states/xxa-mfa.yaml -> ../../elsewhere.yaml",
    .troubles = troubles,
    .trouble =
        [](const PathTrouble& found, Report& report) {
          report.add(found.path, "this is a symbolic link, and was not followed")
              .fix("put the file itself here");
        },
};

}  // namespace rapport::rules::file_link_rule
