#include "rules/engine/faults.hpp"
#include "rules/engine/lines.hpp"
#include "value/written.hpp"

#include <fmt/format.h>

namespace rapport::rules::syntax_plain_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::plain};

constexpr const char* quoting_words = "put the whole text in quotes";

/// The whole value of its key, or of its item, in quotes.
void quote_value(const FoundFault& found, Finding& finding) {
  const Line line = line_around(found.source->text, found.fault.offset);
  const auto value = line.key().empty() ? line.inner() : line.value();
  const std::size_t start = line.offset() + line.text.size() - value.size();
  const bool is_in_brackets = value.find_first_of("[{") == 0 || start > found.fault.offset;
  if (is_in_brackets)
    finding.fix(quoting_words);
  else
    finding.fix(
        quoting_words,
        {found.source, static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(value.size())},
        value::in_quotes(value));
}

void colon(const FoundFault& found, Report& report) {
  const auto& text = found.source->text;
  const Line line = line_around(text, found.fault.offset);
  const auto value = line.value();
  const std::size_t start = line.offset() + line.text.size() - value.size();
  const bool is_second = found.fault.offset == start && value.size() > 2 && value[1] == ' ';
  if (is_second) {  // `kind: : ngo`
    report.add(place_of(found), "there is a second colon after the key")
        .fix("remove it, or put a text that begins with a colon in quotes",
             {found.source, found.fault.offset, 2}, "");
    return;
  }
  quote_value(found,
              report.add(place_of(found), "a colon ends a key here, not a part of the text"));
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "Text without quotes contains a mark that YAML reads in another way",
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
            colon(found, report);
          } else if (first == '-') {
            report.add(place_of(found), "a list begins on the line below its key")
                .fix(
                    "write the item on a line of its own below, or the list in [ ]; a text that "
                    "begins with a dash goes in quotes");
          } else {
            quote_value(found, report.add(place_of(found),
                                          fmt::format("text cannot begin with {} without quotes",
                                                      quote(std::string_view(&first, 1)))));
          }
        },
};

}  // namespace rapport::rules::syntax_plain_rule
