#include "model/engagement.hpp"
#include "model/id.hpp"
#include "model/partner.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::id_not_canonical_rule {
namespace {

constexpr Trouble troubles[] = {Trouble::not_canonical};

void check(const RecordHeader& head, Report& report) {
  const auto id = head.id();
  if (model::stands_for_office(id))
    report.add(place_of(head), fmt::format("'{}' stands for the office itself", id))
        .fix("give the record another name");
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "The name of a record is not an id",
    .help =
        "An id is the name of the file without .yaml: lower case letters, digits and -, at most "
        "64. `office` and `holder` stand for the office itself.",
    .example = "# partners/states/XXA_MFA.yaml",
    .local = true,
    .partner = [](const Partner& partner, const Context&,
                  Report& report) { check(partner.head, report); },
    .engagement = [](const Engagement& engagement, const Context&,
                     Report& report) { check(engagement.head, report); },
    .troubles = troubles,
    .trouble =
        [](const PathTrouble& found, Report& report) {
          report.add(found.path, "this name is not an id")
              .fix("rename the file: lower case letters, digits and -, then .yaml");
        },
};

}  // namespace rapport::rules::id_not_canonical_rule
