#include "model/partner.hpp"
#include "rules/engine/faults.hpp"

#include <fmt/format.h>

namespace rapport::rules {
namespace {

constexpr FaultCode faults[] = {value::Problem::missing_field};

bool says_nothing(const value::Text& text) {
  const bool quoted =
      text.style() == yaml::Style::single_quoted || text.style() == yaml::Style::double_quoted;
  return quoted &&
         text.raw().substr(1, text.length() - 2).find_first_not_of(' ') == std::string_view::npos;
}

}  // namespace

extern const RuleSpec missing_required_rule = {
    .summary = "A field that must be there is missing",
    .help =
        "Without it the record or the item means nothing to those who read it. A partner needs a "
        "name too, unless `listed_as` takes it from the reference data.",
    .example = "kind: ngo\ncountry: XXA",
    .local = true,
    .partner =
        [](const Partner& partner, const Context&, Report& report) {
          if (says_nothing(partner.name)) {
            report.add(partner.head, partner.name, "'name' is missing")
                .fix("write it; a body of the reference data takes its own with `listed_as: …`");
            return;
          }
          if (partner.name || partner.listed_as || partner.head.has_errors || !partner.kind) return;
          report.add(partner.head, partner.kind, "'name' is missing")
              .fix("add `name: …`, or `listed_as: …` for a body of the reference data");
        },
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          const auto& row = *found.fault.row;
          report.add(place_of(found), fmt::format("'{}' is missing", row.name))
              .fix(fmt::format("add `{}: …`: {}", row.name, row.meta.doc));
        },
};

}  // namespace rapport::rules
