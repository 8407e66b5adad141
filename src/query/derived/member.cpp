#include "mandate/attendance.hpp"
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
void give(const Place& place, const model::Period& when, const Context& context, const Sink& sink) {
  const auto count = context.codes.all(value::CodeSet::organisation).size();
  for (std::size_t i = 1; i <= count; ++i) {
    const value::OrganisationCode organisation(static_cast<std::uint16_t>(i), 0);
    const auto on = [&](const value::Date& day) {
      return answer(reference::membership(*context.library, place, organisation, day));
    };
    const value::Truth first = on(when.from);
    // Of what took place once between two days it is sure where it holds on both.
    const bool is_sure = !when.is_once || on(when.to) == first;
    sink(&organisation, is_sure ? first : value::Truth::maybe);
  }
}

void of(value::StateCode state, value::TerritoryCode territory, const model::Period& when,
        const Context& context, const Sink& sink) {
  if (state) give(state, when, context, sink);
  if (territory) give(territory, when, context, sink);
}

/// Of an engagement, as it stood when it began; of a letter, when it was sent.
void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  if (context.library == nullptr) return;
  const model::Period today{.from = context.today};
  if (head.kind == model::RecordKind::partner) {
    const model::Partner& partner = context.data.partner(head);
    return of(partner.country, partner.territory, today, context, sink);
  }
  const model::Engagement& engagement = context.data.engagement(head);
  const model::Period when = mandate::period(engagement);
  of(state_of(engagement, context), engagement.territory, when ? when : today, context, sink);
}

constexpr std::array<std::string_view, 5> rests_on = {"country", "territory", "start", "between",
                                                      "communication.sent"};
constexpr std::array<std::string_view, 1> for_the_office = {"communication.addressee"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "MEMBER OF",
    .doc =
        "The organisations its State belongs to, today or when the engagement began or the letter "
        "was sent, the United Nations (`member:UN`) among them; `un_status` shows observers too.",
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
