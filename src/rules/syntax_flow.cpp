#include "rules/engine/faults.hpp"
#include "rules/engine/lines.hpp"

#include <fmt/format.h>

namespace rapport::rules::syntax_flow_rule {
namespace {

constexpr FaultCode faults[] = {
    yaml::Problem::flow,       yaml::Problem::flow_item,    yaml::Problem::flow_pair,
    yaml::Problem::flow_value, yaml::Problem::flow_comma,   yaml::Problem::flow_closing,
    yaml::Problem::flow_below, yaml::Problem::flow_shallow, yaml::Problem::flow_rest};

/// The brackets that close those which a line leaves open.
std::string missing_closing(std::string_view line) {
  std::string closing;
  for (const char c : line) {
    if (c == '[' || c == '{') closing.insert(0, 1, c == '[' ? ']' : '}');
    if ((c == ']' || c == '}') && !closing.empty()) closing.erase(0, 1);
  }
  return closing;
}

void never_closed(const FoundFault& found, Report& report) {
  const bool is_list = first_of(found) == '[';
  const auto& text = found.source->text;
  const Line line = line_around(text, found.fault.offset);
  const auto below = line_below(text, line);
  Finding& finding = report.add(place_of(found), "this bracket is never closed");
  const char* const words = is_list ? "write ] after the last item" : "write } after the last pair";
  if (below && below->column > line.column) {
    finding.fix(words);
    return;
  }
  const bool is_round = line.text.ends_with(')');  // `[X, Y)`
  const auto end = static_cast<std::uint32_t>(line.offset() + line.text.size());
  const auto closing = missing_closing(line.text);
  if (closing.size() > 1) {
    finding.fix(fmt::format("write {} at the end", closing), {found.source, end, 0}, closing);
    return;
  }
  finding.fix(words, {found.source, is_round ? end - 1 : end, is_round ? 1U : 0U},
              is_list ? "]" : "}");
}

/// Closed with the mark of the other kind, or there is nothing left to close.
void wrong_closing(const FoundFault& found, Report& report) {
  const char right = first_of(found) == ']' ? '}' : ']';
  Finding& finding = report.add(place_of(found), "this bracket does not close an open one");
  const Place opening{found.source, found.fault.other, 1};
  if (found.fault.other != 0)
    finding.note(opening, "opened here").fix(fmt::format("write {}", right), std::string(1, right));
  else
    finding.fix("remove it, or put a text that ends with it in quotes", "");
}

void shallow(const FoundFault& found, Report& report) {
  const auto& text = found.source->text;
  const Line line = line_around(text, found.fault.offset);
  const Line entry = line_around(text, found.fault.other);
  const auto key = entry.key();
  const std::string what = first_of(found) == ']' || first_of(found) == '}'
                               ? std::string(1, first_of(found))
                               : std::string("this line");
  report
      .add(place_of(found),
           fmt::format("{} must begin further right than {}", what,
                       key.empty() ? std::string("its entry") : fmt::format("`{}:`", key)))
      .note({found.source, found.fault.other, 1}, "the bracket is opened here")
      .fix(fmt::format("indent it by {} spaces", entry.inner_column() + 2),
           {found.source, static_cast<std::uint32_t>(line.start),
            static_cast<std::uint32_t>(line.column)},
           std::string(entry.inner_column() + 2, ' '));
}

/// `areas: [X] [Y]`.
void text_behind(const FoundFault& found, Report& report) {
  const auto& text = found.source->text;
  const auto close = text.find_last_not_of(' ', found.fault.offset - 1);
  const bool is_list = text[close] == ']';
  Finding& finding = report.add(
      place_of(found), fmt::format("nothing may follow the {}", is_list ? "list" : "block in { }"));
  const auto next = text.find_first_not_of(", ", found.fault.offset);
  if (is_list && next < text.size() && text[next] == '[') {  // `[X] [Y]`, `[X], [Y]`
    const auto start = static_cast<std::uint32_t>(close);
    finding.fix("put all items in one pair of brackets, with commas between them",
                {found.source, start, static_cast<std::uint32_t>(next) + 1 - start}, ", ");
  } else {
    finding.fix(fmt::format(
        "remove it, or write it inside the {}; a text that begins with a bracket goes in quotes",
        is_list ? "[ ]" : "{ }"));
  }
}

void no_value(const FoundFault& found, Report& report) {
  const auto pair = spelled(found);
  const auto space = pair.find(' ');
  Finding& finding = report.add(place_of(found), "a pair in { } has no value");
  if (space == std::string_view::npos || pair.find(':') != std::string_view::npos)
    finding.fix("write `key: value`");
  else
    finding.quoting().fix("write a colon after the key: `key: value`",
                          {found.source, found.fault.offset + static_cast<std::uint32_t>(space), 0},
                          ":");
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A list or block in brackets is not well formed",
    .help =
        "Values are written between [ ], `key: value` pairs between { }, with commas between them; "
        "both are closed, no item is empty, and further lines are indented more than the key.",
    .example = "themes: [land-rights,, environment]",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          const auto is = [&](yaml::Problem problem) {
            return found.fault.code == FaultCode(problem);
          };
          if (is(yaml::Problem::flow)) return never_closed(found, report);
          if (is(yaml::Problem::flow_closing)) return wrong_closing(found, report);
          if (is(yaml::Problem::flow_shallow)) return shallow(found, report);
          if (is(yaml::Problem::flow_rest)) return text_behind(found, report);
          if (is(yaml::Problem::flow_value)) return no_value(found, report);
          if (is(yaml::Problem::flow_item))
            report.add(place_of(found), "an item is missing before this comma")
                .fix("remove the comma", "");
          else if (is(yaml::Problem::flow_comma))
            report.add(place_of(found), "a comma is missing before this")
                .fix("write a comma between the two; one text is on one line",
                     {found.source, found.fault.offset, 0}, ", ");
          else if (is(yaml::Problem::flow_below))
            report.add(place_of(found), "a block in { } begins on the line of its dash")
                .fix("write it after the dash");
          else
            report.add(place_of(found), "a list in [ ] has no `key: value` pairs")
                .fix("put pairs in { }, or quote text with a colon in it");
        },
};

}  // namespace rapport::rules::syntax_flow_rule
