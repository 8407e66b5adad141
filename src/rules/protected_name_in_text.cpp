#include "model/dataset.hpp"
#include "rules/engine/names.hpp"
#include "rules/engine/plan.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <algorithm>

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

bool refers(const Head& head, const Partner& partner, const Context& context) {
  if (&partner.head == &head) return true;
  return std::ranges::any_of(context.data().used_by(partner.head),
                             [&](const auto& use) { return use.from == &head; });
}

/// How the text may name them: by the key of the alleged victim they are, else by their id.
std::string_view mark_of(const Engagement* engagement, const Partner& partner) {
  const auto key = [&](const auto& victims) -> std::string_view {
    for (const auto& victim : victims)
      if (victim.partner.target() == partner.head.index + 1 && victim.key) return victim.key.raw();
    return {};
  };
  std::string_view found;
  if (engagement != nullptr && engagement->case_) found = key(engagement->case_->alleged_victims);
  if (engagement != nullptr && engagement->communication)
    found = key(engagement->communication->alleged_victims);
  return found.empty() ? partner.id() : found;
}

void check(const Head& head, const Plan& plan, const void* record, const Engagement* engagement,
           const Context& context, Report& report) {
  if (context.names->empty()) return;
  std::string memory;
  plan.walk(record, [&](const value::Row& row, const void* value) {
    const auto& text = *static_cast<const value::Text*>(value);
    if (!is_searched(row) || !is_own(head, text)) return;
    const auto words = searched(text, memory);
    context.names->find(words, [&](const Names::Hit& hit) {
      // A name that many have is somebody's whom the record is about.
      if (hit.only_titled && !refers(head, *hit.partner, context)) return;
      Place place = place_of(head, text);
      if (words.data() == text.raw().data()) {
        place.offset += static_cast<std::uint32_t>(hit.start);
        place.length = static_cast<std::uint32_t>(hit.end - hit.start);
      }
      report
          .add(place, fmt::format("this is {} name of '{}', who is protected",
                                  hit.only_titled ? "part of the" : "the", hit.partner->id()))
          .fix(fmt::format("write <{}>", mark_of(engagement, *hit.partner)));
    });
  });
}

}  // namespace

extern const RuleSpec protected_name_in_text_rule = {
    .summary = "The name of a protected person stands in free text",
    .help =
        "People in text are written as marks, <hrd-k7m2qx> or <v1>, so that each output "
        "shows as much of them as they agreed to. A name that is typed out passes every "
        "gate. Two words of a name in a row are found, aliases too, a one-word name listed "
        "under alias_alone, and one word behind a title or an initial, as in Ms. Ejemplo, when "
        "the record refers to them.",
    .example = "notes: Called by Lucia Ejemplo about the dam",
    .partner =
        [](const Partner& partner, const Context& context, Report& report) {
          check(partner.head, partner_texts(), &partner, nullptr, context, report);
        },
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          check(engagement.head, engagement_texts(), &engagement, &engagement, context, report);
        },
};

}  // namespace rapport::rules
