#include "rules/engine/faults.hpp"

namespace rapport::rules::syntax_flow_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::flow};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A list or block in brackets is not well formed",
    .help =
        "Between [ ] stand values, between { } stand `key: value` pairs, parted by commas; "
        "both are closed, and no item is empty.",
    .example = "themes: [land-rights,, environment]",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          const auto& file = found.source->text;
          const std::size_t end = found.fault.offset + spelled(found).size();
          const char behind = end < file.size() ? file[end] : '\n';
          switch (first_of(found)) {
            case '[':
            case '{':
              report.add(place_of(found), "this bracket is never closed")
                  .fix(first_of(found) == '[' ? "write ] behind the last item"
                                              : "write } behind the last pair");
              return;
            case ',':
              report.add(place_of(found), "an item is missing before this comma")
                  .fix("remove the comma");
              return;
            case ':':
              report.add(place_of(found), "a list in [ ] has no `key: value` pairs")
                  .fix("put pairs in { }, or quote text with a colon in it");
              return;
            default:
              break;
          }
          if (found.fault.length > 0 && (behind == ',' || behind == '}'))
            report.add(place_of(found), "a pair in { } has no value").fix("write `key: value`");
          else
            report.add(place_of(found), "this cannot stand here, by the brackets")
                .fix("part items by commas; quote text that has , [ ] { } or ': ' in it");
        },
};

}  // namespace rapport::rules::syntax_flow_rule
