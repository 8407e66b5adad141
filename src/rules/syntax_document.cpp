#include "rules/engine/faults.hpp"

#include <fmt/format.h>

namespace rapport::rules::syntax_document_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::document_marker, yaml::Problem::directive};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A record contains a document marker or a directive",
    .help =
        "One file is one record: only its first line may be ---. Other programs would read the "
        "text after a second marker as another document, or not at all.",
    .example =
        "kind: ngo\n"
        "---\n"
        "name: Another",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          if (found.fault.code == FaultCode(yaml::Problem::directive))
            report.add(place_of(found), "a line cannot begin with %").fix("remove the line");
          else
            report
                .add(place_of(found),
                     fmt::format("a second document begins or ends at {}", quote(spelled(found))))
                .fix("keep one record in each file");
        },
};

}  // namespace rapport::rules::syntax_document_rule
