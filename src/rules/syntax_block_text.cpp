#include "rules/engine/faults.hpp"

namespace rapport::rules::syntax_block_text_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::block_scalar};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A text behind | or > is not well formed",
    .help =
        "Behind | or > may stand a digit for the indentation and - or +, then a comment; "
        "the text below is deeper than its key and has at least one line. >+ is not used.",
    .example =
        "facts: |x\n"
        "  On 14 March",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          report.add(place_of(found), "the text behind | or > cannot be read")
              .fix("write `|` and end the line; indent all lines of the text alike");
        },
};

}  // namespace rapport::rules::syntax_block_text_rule
