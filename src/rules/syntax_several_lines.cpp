#include "base/unicode.hpp"
#include "rules/engine/faults.hpp"
#include "rules/engine/lines.hpp"

#include <fmt/format.h>

namespace rapport::rules::syntax_several_lines_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::several_lines};

constexpr const char* goes_on = "a text without quotes cannot continue on the next line";

/// What the field above takes.
enum class Takes { text, value, block, items, blocks };

Takes takes(const value::Field* field) {
  using value::Shape;
  if (field == nullptr || field->type->shape == Shape::text) return Takes::text;
  if (field->type->shape == Shape::block) return Takes::block;
  if (field->type->shape != Shape::list) return Takes::value;
  return field->type->element->shape == Shape::block ? Takes::blocks : Takes::items;
}

Place at(const FoundFault& found, std::size_t offset, std::size_t length) {
  return {found.source, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length)};
}

/// The first line below `key:`, and it is no value of that field.
void below_key(const FoundFault& found, const Line& own, const Line& above, Report& report) {
  const auto name = above.key();
  const auto* field = field_called(*found.source, name);
  const std::size_t end = above.offset() + above.text.size();
  switch (takes(field)) {
    case Takes::text:
      report.add(place_of(found), goes_on)
          .fix("for text below its key write `>-` or `|` after the key", at(found, end, 0), " >-");
      return;
    case Takes::value:
      report.add(place_of(found), fmt::format("the value of `{}:` is on the line below", name))
          .fix("write it on the line of its key", at(found, end, own.offset() - end), " ");
      return;
    case Takes::items: {
      // `en,` and `• en` are written for `- en`.
      auto text = own.text.substr(width_of_bullet(own.text));
      if (text.ends_with(',')) text.remove_suffix(1);
      report.add(place_of(found), fmt::format("'{}' takes a list, and this is not an item", name))
          .fix("begin each item with a hyphen and a space, `- `, and end it without a comma",
               at(found, own.offset(), own.text.size()), fmt::format("- {}", text));
      return;
    }
    case Takes::block:
    case Takes::blocks:
      break;
  }
  const auto space = own.text.find(' ');
  const auto word = own.text.substr(0, space);
  const auto* inner = field_called(*found.source, word);
  Finding& finding = report.add(place_of(found), "this line has no `key:`");
  if (inner == nullptr || space == std::string_view::npos)
    finding.fix(fmt::format("write `key: value` lines below `{}:`", name));
  else
    finding.quoting().fix(
        fmt::format("write `{}: {}`", word,
                    inner->meta.must_seal ? "…" : base::printable(own.text.substr(space + 1))),
        at(found, own.offset() + word.size(), 0), ":");
}

/// A text that began on the line of its key or dash.
void below_text(const FoundFault& found, const Line& above, Report& report) {
  Finding& finding = report.add(place_of(found), goes_on);
  constexpr const char* words =
      "for several lines write `>-` or `|` after the key, and the text below";
  const auto value = above.value();
  const bool is_plain = !value.empty() && value.front() != '"' && value.front() != '\'' &&
                        above.text.find('#') == std::string_view::npos;
  if (!is_plain) {
    finding.fix(words);
    return;
  }
  const std::size_t start = above.offset() + above.text.size() - value.size();
  const Line own = line_around(found.source->text, found.fault.offset);
  finding.fix(words, at(found, start, value.size()),
              fmt::format(">-\n{}{}", std::string(own.column, ' '), value));
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "Unquoted text continues on the next line",
    .help = "Unquoted text ends on its line; indented lines below would be silently joined to it.",
    .example =
        "notes: First met\n"
        "  at the consultation",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          const auto& text = found.source->text;
          const Line own = line_around(text, found.fault.offset);
          const auto above = line_above(text, own);
          if (above && !above->key().empty() && above->value().empty())
            below_key(found, own, *above, report);
          else if (above && !own.key().empty())
            report.add(place_of(found), goes_on)
                .fix(
                    "begin it at the column of the key it belongs beside: a line that is indented "
                    "more continues the text above",
                    at(found, own.start, own.column), std::string(above->inner_column(), ' '));
          else if (above && above->text.ends_with(':'))  // `{key:`
            report.add(place_of(found), "a value begins on the line of its key")
                .fix("write it on the line of its key",
                     at(found, above->offset() + above->text.size(),
                        own.offset() - above->offset() - above->text.size()),
                     " ");
          else if (above)
            below_text(found, *above, report);
          else
            report.add(place_of(found), goes_on).fix("write it on one line");
        },
};

}  // namespace rapport::rules::syntax_several_lines_rule
