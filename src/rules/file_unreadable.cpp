#include "base/shell.hpp"
#include "rules/engine/faults.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

namespace rapport::rules::file_unreadable_rule {
namespace {

constexpr Trouble troubles[] = {Trouble::unreadable};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A file or folder cannot be read",
    .help =
        "It was not checked, and its contents may be missing from lists and documents. Usually its "
        "permissions are wrong, or the disk is damaged.",
    .example = "# a file without permission to read",
    .troubles = troubles,
    .trouble =
        [](const PathTrouble& found, Report& report) {
          if (found.error == ENODATA)  // of a commit
            return report.add(found.path, "this clone of the repository does not have this file")
                       .fix("git fetch --refetch"),
                   void();
          report.add(found.path, fmt::format("this cannot be read: {}", std::strerror(found.error)))
              .fix(found.error == EACCES
                       ? fmt::format("chmod u+rX {}", base::shell_word(found.path))
                       : fmt::format("git checkout -- {}, or restore it from a copy",
                                     base::shell_word(found.path)));
        },
};

}  // namespace rapport::rules::file_unreadable_rule
