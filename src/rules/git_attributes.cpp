#include "base/unicode.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::git_attributes_rule {
namespace {

constexpr Trouble troubles[] = {Trouble::git_attribute};

std::string message(std::string_view attribute) {
  if (attribute.empty()) return "this file of git cannot be checked";
  const bool names_driver = attribute == "filter" || attribute == "diff" || attribute == "merge";
  return names_driver
             ? fmt::format("the attribute '{}' names a driver, which can be any program", attribute)
             : fmt::format("the attribute '{}' changes the text of files", attribute);
}

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "A git attribute makes git change files or run a program",
    .help =
        "`filter`, `diff` and `merge` hand files to a driver, which is any program that the "
        "settings of git name; `working-tree-encoding`, `ident` and `export-subst` change the text "
        "between the file and what git keeps. Records need none of them: `*.yaml text eol=lf` is "
        "enough, with the lines by which `rapport merge-driver` merges records; `rapport init` "
        "writes them.",
    .example = "# .gitattributes: *.yaml filter=tidy",
    .troubles = troubles,
    .trouble =
        [](const PathTrouble& found, Report& report) {
          report.add(found.path, message(found.other))
              .fix("take the attribute out, unless your office set it for a reason");
        },
};

}  // namespace rapport::rules::git_attributes_rule
