#include "rules/engine/faults.hpp"

namespace rapport::rules::syntax_key_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::key};

}  // namespace

extern const RuleSpec spec = {
    .summary = "A line is no `key: value`",
    .help =
        "A key is letters, digits, _ and -, not quoted, with a colon right behind it and "
        "then a space or the end of the line.",
    .example = "consent",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          const auto line = spelled(found);
          const char first = first_of(found);
          const auto& file = found.source->text;
          const std::size_t end = found.fault.offset + line.size();
          const bool has_colon =
              line.find(':') != std::string_view::npos || (end < file.size() && file[end] == ':');
          const char* remedy = "write `key: value`";
          if (first == '"' || first == '\'')
            remedy = "write the key without quotes";
          else if (first == ':')
            remedy = "write the key before the colon; text that begins with a colon goes in quotes";
          else if (line.find(':') != std::string_view::npos)
            remedy = "write a space after the colon";
          else if (has_colon)
            remedy = "a key is letters, digits, _ and -, with the colon right behind it";
          report.add(place_of(found), has_colon ? "this is not a key" : "this line has no `key:`")
              .fix(remedy);
        },
};

}  // namespace rapport::rules::syntax_key_rule
