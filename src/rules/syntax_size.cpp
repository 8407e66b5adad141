#include "rules/engine/faults.hpp"

namespace rapport::rules::syntax_size_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::too_large};
constexpr Trouble troubles[] = {Trouble::too_large};
constexpr const char* message = "this record is larger than 256 KiB";
constexpr const char* remedy = "keep long texts in a document, and list it under documents";

}  // namespace

extern const RuleSpec spec = {
    .summary = "A record is larger than 256 KiB",
    .help =
        "Records are small texts. Text of that size was not typed by a person: keep the document "
        "outside the repository and list its file under documents.",
    .example = "# a file of more than 256 KiB",
    .faults = faults,
    .fault = [](const FoundFault& found, const Context&,
                Report& report) { report.add(place_of(found), message).fix(remedy); },
    .troubles = troubles,
    .trouble = [](const PathTrouble& found,
                  Report& report) { report.add(found.path, message).fix(remedy); },
};

}  // namespace rapport::rules::syntax_size_rule
