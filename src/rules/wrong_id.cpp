#include "model/communication.hpp"
#include "rules/engine/faults.hpp"
#include "rules/engine/hints.hpp"

#include <fmt/format.h>

namespace rapport::rules::wrong_id_rule {
namespace {

constexpr FaultCode faults[] = {value::Problem::bad_id};

std::string remedy(const FoundFault& found, const Context& context) {
  if (found.fault.row == &value::field_of<&model::Reply::covers>())
    return "write ids of letters; the points it answers belong under `answers`";
  return id_hint(found, context);
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A reference is not written as an id",
    .help =
        "Records are referred to by id, which is the name of their file without .yaml: lower case "
        "letters, digits and -, at most 64. They never contain names of people.",
    .example = "part_of: Examplia dam",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context& context, Report& report) {
          add(report, found, fmt::format("{} is not an id", named(found)))
              .fix(remedy(found, context));
        },
};

}  // namespace rapport::rules::wrong_id_rule
