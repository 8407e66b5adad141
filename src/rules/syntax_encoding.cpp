#include "rules/engine/faults.hpp"

namespace rapport::rules::syntax_encoding_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::encoding};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A record is not UTF-8 text",
    .help =
        "Records are UTF-8, which every editor can write. Text saved in another encoding "
        "shows other letters to other people.",
    .example = "name: (bytes that are not UTF-8)",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          const auto text = found.source->text;
          // Every other byte of ASCII in UTF-16 is zero.
          const bool wide = text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff") ||
                            text.substr(0, 2).find('\0') != text.npos;
          report.add(place_of(found), wide ? "this file is UTF-16" : "this byte is not UTF-8")
              .fix("save the file as UTF-8");
        },
};

}  // namespace rapport::rules::syntax_encoding_rule
