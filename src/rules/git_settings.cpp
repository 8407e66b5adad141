#include "base/shell.hpp"
#include "base/unicode.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::git_settings_rule {
namespace {

constexpr Trouble troubles[] = {Trouble::git_setting};

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "A setting of the repository makes git run a program",
    .help =
        "A clone brings no settings, but a folder that came by e-mail, on a USB stick or from a "
        "shared drive does, and git runs the programs they name: at every `git status` with "
        "`core.fsmonitor`, at a commit with `core.hooksPath`. Only git runs them, this "
        "program does not. Settings for you alone belong in your own ~/.gitconfig.",
    .example = "# .git/config: [core] fsmonitor = ./tidy.sh",
    .troubles = troubles,
    .trouble =
        [](const PathTrouble& found, Report& report) {
          if (found.other.empty())
            return void(report.add(found.path, "these settings of git cannot be checked")
                            .fix("look at them before you use git here"));
          report
              .add(found.path,
                   fmt::format("the setting '{}' makes git run a program or read other settings",
                               base::printable(found.other)))
              .fix(fmt::format("unless your office set it: git config -f {} --unset-all {}",
                               base::shell_word(found.path), base::shell_word(found.other)));
        },
};

}  // namespace rapport::rules::git_settings_rule
