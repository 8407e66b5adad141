#include "rules/engine/faults.hpp"

namespace rapport::rules::syntax_top_level_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::top_level};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A record is not one block of `key: value` lines",
    .help =
        "A record is one block of fields that begin at the first column, down to the end of"
        " the file.",
    .example = "- kind: ngo",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          report.add(place_of(found), "a record begins with `key: value` at the first column")
              .fix(first_of(found) == '-'
                       ? "remove the `- `: one file is one record"
                       : "let every field of the record begin at the first column");
        },
};

}  // namespace rapport::rules::syntax_top_level_rule
