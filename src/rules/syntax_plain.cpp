#include "rules/engine/faults.hpp"

#include <fmt/format.h>

namespace rapport::rules::syntax_plain_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::plain};

}  // namespace

extern const RuleSpec spec = {
    .summary = "Text without quotes holds what YAML reads otherwise",
    .help =
        "Text that begins with a mark, or has a colon and a space in it, means something "
        "else to YAML. In quotes it is text.",
    .example = "title: Examplia: a visit",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          const char first = first_of(found);
          if (spelled(found) == "-") {
            report.add(place_of(found), "this item is empty")
                .fix("give a value or remove the line");
          } else if (first == ':') {
            report.add(place_of(found), "a colon ends a key here, not a part of the text")
                .fix("put the whole text in quotes");
          } else {
            report
                .add(place_of(found), fmt::format("text cannot begin with {} without quotes",
                                                  quote(std::string_view(&first, 1))))
                .fix("put it in quotes");
          }
        },
};

}  // namespace rapport::rules::syntax_plain_rule
