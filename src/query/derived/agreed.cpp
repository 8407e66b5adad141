#include "mandate/agreed.hpp"

#include "query/derived.hpp"
#include "value/codec.hpp"

#include <array>

namespace rapport::query::agreed_derived {
namespace {

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  const model::Partner& partner = context.data.partner(head);
  if (partner.consent.empty()) return;
  for (const mandate::Agreed& one : mandate::agreed(partner, context.today)) sink(&one);
}

constexpr std::array<std::string_view, 2> rests_on = {"consent", "minor_until"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "AGREED",
    .doc =
        "What its acts of consent together allow today, each permission separately: `agreed.for`, "
        "`to`, `until`, `case`, `state`, `name_as`, and `act`, the key of the act that gives it.",
    .example = "agreed.for:share-contact agreed.to:ohchr agreed.until:2026-04",
    .is_of_partners = true,
    .type = value::type_of<mandate::Agreed>,
    .reveals = value::Reveals::content,
    .has_many = true,
    .rests_on = rests_on,
    .values = &values,
};

}  // namespace rapport::query::agreed_derived
