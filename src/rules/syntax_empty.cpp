#include "model/place.hpp"
#include "rules/engine/faults.hpp"

namespace rapport::rules::syntax_empty_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::empty_file};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A record is empty",
    .help =
        "A file with only comments and blank lines is not a record. Write its fields, or remove "
        "the file.",
    .example = "# nothing here yet",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          report.add(place_of(found), "this record is empty")
              .fix(found.source->path == model::office_file
                       ? "write `mandate: …` and the other fields of the office"
                       : "write its fields, beginning with kind, or remove the file");
        },
};

}  // namespace rapport::rules::syntax_empty_rule
