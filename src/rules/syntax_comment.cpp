#include "rules/engine/faults.hpp"

namespace rapport::rules::syntax_comment_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::comment};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A # has no space beside it",
    .help =
        "YAML silently cuts a text at a # after a space, and reads a # without a space before it "
        "as text. So a comment has a space before and after its #, and text with a # is in quotes.",
    .example = "title: Group #1",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          report.add(place_of(found), "YAML would cut the text here")
              .fix("put the text in quotes, or write a space after # for a comment");
        },
};

}  // namespace rapport::rules::syntax_comment_rule
