#include "model/dataset.hpp"
#include "rules/engine/names.hpp"
#include "rules/engine/plan.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules {
namespace {

bool is_searched(const value::Row& row) {
  return row.meta.reveals == value::Reveals::content || row.meta.reveals == value::Reveals::open;
}

/// The text of the file where names can be found in it as it stands, else what it says.
std::string_view searched(const value::Text& text, std::string& memory) {
  const bool escaped =
      text.style() == yaml::Style::double_quoted && text.raw().find('\\') != std::string_view::npos;
  if (!escaped) return text.raw();
  memory = text.str();
  return memory;
}

void check(const Head& head, const Plan& plan, const void* record, const Context& context,
           Report& report) {
  if (context.names->empty()) return;
  std::string memory;
  plan.walk(record, [&](const value::Row& row, const void* value) {
    const auto& text = *static_cast<const value::Text*>(value);
    if (!is_searched(row) || !is_own(head, text)) return;
    const auto words = searched(text, memory);
    context.names->find(words, [&](const Partner& partner, std::size_t start, std::size_t end) {
      Place place = place_of(head, text);
      if (words.data() == text.raw().data()) {
        place.offset += static_cast<std::uint32_t>(start);
        place.length = static_cast<std::uint32_t>(end - start);
      }
      report.add(place, fmt::format("this is the name of '{}', who is protected", partner.id()))
          .fix(fmt::format("write <{}>", partner.id()));
    });
  });
}

}  // namespace

extern const RuleSpec protected_name_in_text_rule = {
    .summary = "The name of a protected person stands in free text",
    .help =
        "People in text are written as marks, <hrd-k7m2qx> or <v1>, so that each output "
        "shows as much of them as they agreed to. A name that is typed out passes every "
        "gate. Two words of a name in a row are found, aliases too, and a one-word name "
        "listed under alias_alone.",
    .example = "notes: Called by Lucia Ejemplo about the dam",
    .partner =
        [](const Partner& partner, const Context& context, Report& report) {
          check(partner.head, partner_texts(), &partner, context, report);
        },
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          check(engagement.head, engagement_texts(), &engagement, context, report);
        },
};

}  // namespace rapport::rules
