#include "model/engagement.hpp"
#include "names/record_contacts.hpp"
#include "rules/engine/rule.hpp"
#include "rules/engine/searched.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace rapport::rules::protected_contact_in_text_rule {
namespace {

/// What letters print of a case, or of themselves.
bool is_printed(const value::Field& row) {
  using value::field_of;
  const value::Field* const rows[] = {
      &field_of<&model::Case::facts>(),          &field_of<&model::Case::concern>(),
      &field_of<&model::Communication::facts>(), &field_of<&model::Communication::concern>(),
      &field_of<&model::Request::text>(),
  };
  return std::ranges::find(rows, &row) != std::end(rows);
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A number or address of a protected person is in a text",
    .help =
        "Facts, concern and requests are printed as they are, so a number or an address in them "
        "reaches everyone who gets the letter; titles, places and summaries go into other outputs. "
        "Ways to reach someone belong under `contacts` of their record: outputs print them only if "
        "consent allows it. They are found with or without the code of the country, http:// or a "
        "+tag, and with (at) for @. The record they belong to is not checked.",
    .example = "facts: On 14 March 2026 <v1>, reached at +999 5555 0101, was arrested.",
    .text =
        [](const SearchedText& text, const Context& context, Report& report) {
          if (!text.may_reach) return;
          for (const names::RecordContacts::Hit& hit : context.contacts->find(text.words)) {
            if (&hit.partner->head == text.head) continue;  // it holds them anyway
            report
                .add(text.place(hit.start, hit.end),
                     fmt::format("this is how to reach '{}', who is protected", hit.partner->id()))
                .fix(is_printed(text.row)
                         ? "leave it out: letters print this text, and `contacts` has it"
                         : "leave it out: `contacts` has it");
          }
        },
};

}  // namespace rapport::rules::protected_contact_in_text_rule
