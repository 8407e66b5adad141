#include "query/derived.hpp"
#include "query/state.hpp"
#include "reference/dated.hpp"
#include "value/codec.hpp"

#include <array>

namespace rapport::query::member_derived {
namespace {

value::Truth answer(const reference::Membership& membership) {
  if (membership.known == reference::Recorded::no) return value::Truth::no;
  const bool is_sure = membership.known == reference::Recorded::yes && !membership.at_record;
  return is_sure ? value::Truth::yes : value::Truth::maybe;
}

template <class Place>
void give(const Place& place, value::Date on, const Context& context, const Sink& sink) {
  const auto count = context.codes.all(value::CodeSet::organisation).size();
  for (std::size_t i = 1; i <= count; ++i) {
    const value::OrganisationCode organisation(static_cast<std::uint16_t>(i), 0);
    sink(&organisation, answer(reference::membership(*context.library, place, organisation, on)));
  }
}

void of(value::StateCode state, value::TerritoryCode territory, value::Date on,
        const Context& context, const Sink& sink) {
  if (state) give(state, on, context, sink);
  if (territory) give(territory, on, context, sink);
}

/// Of an engagement, as it stood when it began.
void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  if (context.library == nullptr) return;
  if (head.kind == model::RecordKind::partner) {
    const model::Partner& partner = context.data.partner(head);
    return of(partner.country, partner.territory, context.today, context, sink);
  }
  const model::Engagement& engagement = context.data.engagement(head);
  of(state_of(engagement, context), engagement.territory,
     engagement.start ? engagement.start.date() : context.today, context, sink);
}

constexpr std::array<std::string_view, 3> rests_on = {"country", "territory", "start"};
constexpr std::array<std::string_view, 1> for_the_office = {"communication.addressee"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "MEMBER OF",
    .doc =
        "The organisations its State belongs to, today or when the engagement began; for the "
        "United Nations use `un_status`.",
    .example = "member:OAS",
    .is_of_partners = true,
    .is_of_engagements = true,
    .type = value::type_of<value::OrganisationCode>,
    .reveals = value::Reveals::open,
    .has_many = true,
    .can_be_unsure = true,
    .rests_on = rests_on,
    .rests_on_for_office = for_the_office,
    .values = &values,
};

}  // namespace rapport::query::member_derived
