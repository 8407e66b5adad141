#include "rules/engine/faults.hpp"

namespace rapport::rules::syntax_complex_key_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::complex_key};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A key is written with ?",
    .help = "Keys are plain words here.",
    .example =
        "? country\n"
        ": XXA",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          report.add(place_of(found), "keys are not written with ?").fix("write `key: value`");
        },
};

}  // namespace rapport::rules::syntax_complex_key_rule
