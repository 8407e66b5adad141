#include "base/shell.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::git_hook_rule {
namespace {

constexpr Trouble troubles[] = {Trouble::git_hook};

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "git has a hook here, which is a program that it runs",
    .help =
        "A clone brings no hooks, but a folder that came by e-mail, on a USB stick or from a "
        "shared drive does, and git runs them at a commit, a merge or a checkout. Only git runs "
        "them, this program does not.",
    .example = "# .git/hooks/post-checkout",
    .troubles = troubles,
    .trouble =
        [](const PathTrouble& found, Report& report) {
          report.add(found.path, "git runs this program")
              .fix(fmt::format("unless your office put it there: rm {}",
                               base::shell_word(found.path)));
        },
};

}  // namespace rapport::rules::git_hook_rule
