#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/dataset.hpp"
#include "model/record_type.hpp"
#include "release/gate.hpp"
#include "release/scan.hpp"
#include "rules/engine/plan.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace rapport::rules::protected_contact_in_text_rule {
namespace {

constexpr std::size_t shortest_number = 7;  // digits

/// What letters print of a case, or of themselves.
const Plan& printed() {
  static const Plan plan(model::engagement_type(), [](const value::Row& row) {
    using value::row_of;
    const value::Row* const rows[] = {
        &row_of<&model::Case::facts>(),          &row_of<&model::Case::concern>(),
        &row_of<&model::Communication::facts>(), &row_of<&model::Communication::concern>(),
        &row_of<&model::Request::text>(),
    };
    return std::ranges::find(rows, &row) != std::end(rows);
  });
  return plan;
}

/// A number or an address may stand in the text, or it is one.
bool may_hold_contact(std::string_view text) {
  if (text.find('@') != std::string_view::npos) return true;
  const auto digits = std::ranges::count_if(base::fold(text), base::is_digit);
  return static_cast<std::size_t>(digits) >= shortest_number;
}

std::vector<std::string> contacts_of(const Partner& partner) {
  std::vector<std::string> values;
  for (const auto& contact : partner.contacts)
    if (contact.value && !contact.value.raw().starts_with("sealed:"))
      if (std::string value = contact.value.str(); may_hold_contact(value))
        values.push_back(std::move(value));
  return values;
}

void check(const Engagement& engagement, const Partner& partner, std::vector<std::string>& values,
           Report& report) {
  printed().walk(&engagement, [&](const value::Row&, const void* value) {
    const auto& text = *static_cast<const value::Text*>(value);
    if (!is_in(*engagement.head.source, text) || !may_hold_contact(text.raw())) return;
    if (values.empty()) values = contacts_of(partner);
    const auto found = release::find_leak(text.str(), values);
    if (!found) return;
    Place place = place_of(engagement.head, text);
    if (const auto at = text.raw().find(*found); at != std::string_view::npos) {
      place.offset += static_cast<std::uint32_t>(at);
      place.length = static_cast<std::uint32_t>(found->size());
    }
    report.add(place, fmt::format("this is how to reach '{}', who is protected", partner.id()))
        .fix("leave it out: letters print this text, and `contacts` has it");
  });
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A number or address of a protected person stands in the text of a letter",
    .help =
        "Facts, concern and requests are printed as they stand, so that a number or an address in "
        "them reaches whoever the letter goes to. Ways to reach somebody stand under `contacts` of "
        "their record, where each output asks whether it may print them. Records that refer to "
        "the person are looked at.",
    .example = "facts: On 14 March 2026 <v1>, reached at +999 5555 0101, was arrested.",
    .partner =
        [](const Partner& partner, const Context& context, Report& report) {
          if (partner.contacts.empty() || !release::is_protected(partner)) return;
          std::vector<std::string> values;
          const Head* before = nullptr;
          for (const auto& use : context.data().used_by(partner.head)) {
            if (use.from == before || use.from->kind != model::RecordKind::engagement) continue;
            before = use.from;
            const Engagement& engagement = context.data().engagement(*use.from);
            if (engagement.case_ || engagement.communication)
              check(engagement, partner, values, report);
          }
        },
};

}  // namespace rapport::rules::protected_contact_in_text_rule
