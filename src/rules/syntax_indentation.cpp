#include "rules/engine/faults.hpp"
#include "rules/engine/lines.hpp"

#include <fmt/format.h>

namespace rapport::rules::syntax_indentation_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::indentation};

Place indentation_of(const FoundFault& found, const Line& line) {
  return {found.source, static_cast<std::uint32_t>(line.start),
          static_cast<std::uint32_t>(line.column)};
}

Place place_of_line(const FoundFault& found, const Line& line) {
  return {found.source, line.offset(), static_cast<std::uint32_t>(line.text.size())};
}

bool takes_list(const FoundFault& found, std::string_view key) {
  const auto* field = field_called(*found.source, key);
  return field != nullptr && field->type->shape == value::Shape::list;
}

/// An item at no column of a list.
void item(const FoundFault& found, const Line& own, Report& report) {
  const auto& text = found.source->text;
  if (const auto above = item_above(text, own)) {
    report.add(place_of(found), "this item begins at another column than the items above")
        .quoting()
        .note(place_of_line(found, *above), "the item above")
        .fix(fmt::format("indent it like `{}`", item_words(*above)), indentation_of(found, own),
             std::string(above->column, ' '));
    return;
  }
  const auto above = line_above(text, own);
  if (above && above->column < own.column && above->value().starts_with('['))
    report.add(place_of(found), "an item follows a list in brackets")
        .fix("write it inside the brackets, or each item of the list after a dash");
  else if (above && above->column < own.column && !above->value().empty() &&
           takes_list(found, above->key()))
    report
        .add(place_of(found),
             fmt::format("an item follows `{}:`, which has a value already", above->key()))
        .fix("write the value as the first item, after a dash");
  else
    report.add(place_of(found), "this item belongs to no list")
        .fix("write the key of its list above it, or move it below the list it belongs to");
}

/// At the column of the dashes above: an item that lacks its own, or an entry of the item above.
void beside_dashes(const FoundFault& found, const Line& own, const Line& above, Report& report) {
  const auto bullet = width_of_bullet(own.text);
  if (own.key().empty() || own.key() == above.key() || bullet != 0)
    report.add(place_of(found), "this item has no dash")
        .note(place_of_line(found, above), "an item above")
        .fix("begin it with a hyphen and a space: `- `",
             {found.source, own.offset(), static_cast<std::uint32_t>(bullet)}, "- ")
        .quoting();
  else
    report.add(place_of(found), "this line begins at the column of the dash above")
        .note(place_of_line(found, above), "the item above")
        .fix(fmt::format("indent it by {} spaces, like the other lines of its item",
                         above.inner_column()),
             indentation_of(found, own), std::string(above.inner_column(), ' '))
        .quoting();
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A line is not indented like the lines around it",
    .help =
        "Lines of one block begin at the same column, and so do the items of one list. A line "
        "between two columns belongs to neither.",
    .example =
        "languages: [es]\n"
        "  themes: [environment]",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          const auto& text = found.source->text;
          const Line own = line_around(text, found.fault.offset);
          if (own.is_item()) return item(found, own, report);
          const auto dash = item_above(text, own);
          if (dash && dash->column == own.column) return beside_dashes(found, own, *dash, report);
          Finding& finding =
              report.add(place_of(found), "this line is not indented like any line above it");
          const auto above = line_above(text, own);
          if (above && !above->key().empty() && !own.key().empty())
            finding.fix(fmt::format("indent it like the lines it belongs with, such as `{}:`",
                                    above->key()),
                        indentation_of(found, own), std::string(above->inner_column(), ' '));
          else
            finding.fix("indent it like the lines it belongs with");
        },
};

}  // namespace rapport::rules::syntax_indentation_rule
