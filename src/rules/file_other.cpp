#include "base/exchange.hpp"
#include "base/shell.hpp"
#include "base/unicode.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::file_other_rule {
namespace {

constexpr Trouble troubles[] = {Trouble::not_yaml};

std::string remedy(const PathTrouble& found) {
  if (!found.other.empty())
    return fmt::format("mkdir -p {0} && mv -n {1}/* {0}/", found.other,
                       base::shell_word(found.path));
  const auto kept = found.path.find(base::kept_mark);
  if (kept != std::string_view::npos)
    return fmt::format("compare it with '{}', keep what is right, and remove it",
                       base::printable(found.path.substr(0, kept)));
  const bool at_the_top = found.path.find('/') == std::string_view::npos;
  return at_the_top
             ? "move it below partners/ or engagements/ if it is a record, else keep it elsewhere"
             : "name it .yaml if it is a record, else keep it elsewhere";
}

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "A file among or beside the records is not a record",
    .help =
        "Only files below partners/ and engagements/ that end in .yaml are read. A record saved as "
        ".yml or .txt, beside rapport.yaml or in a folder partner/ would be missing from every "
        "list and document. A name with .kept- in it is a version of a record that another program "
        "saved at the moment a command changed it.",
    .example = "# partners/states/xxa-mfa.yml",
    .troubles = troubles,
    .trouble =
        [](const PathTrouble& found, Report& report) {
          report
              .add(found.path,
                   found.other.empty() ? "this file is not read" : "this folder is not read")
              .fix(remedy(found));
        },
};

}  // namespace rapport::rules::file_other_rule
