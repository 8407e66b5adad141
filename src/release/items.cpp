// What stands in the lists of a record and has more to answer for than the list: slots of a
// programme, channels, alleged victims.
#include "release/gate.hpp"
#include "release/marks.hpp"

#include <algorithm>
#include <array>

namespace rapport::release {
namespace {

using model::ContactUse;
using model::Group;
using model::Partner;
using model::Setting;
using model::SituationState;
using value::Reveals;

Verdict no(Reason reason) { return {How::withheld, reason}; }
Verdict full(Reason reason) { return {How::full, reason}; }

/// Whether somebody whom the slot names, as met or as there, is so.
template <class Is>
bool any_named(const model::Dataset& data, const model::Slot& slot, const Is& is) {
  return std::ranges::any_of(std::array{&slot.with, &slot.attended}, [&](const auto* list) {
    return std::ranges::any_of(*list, [&](const value::Ref& ref) {
      const Partner* partner = data.partner(ref);
      return partner != nullptr && is(*partner);
    });
  });
}

}  // namespace

/// They agree to the authorities of the State visited, whoever reads of it.
Permission Gate::to_meet(const Partner& partner, const model::Engagement& visit) const {
  return consent(partner, {.use = model::Use::meet_authority,
                           .audience = model::Audience::state,
                           .case_ = visit.part_of.id(),
                           .state = visit.country,
                           .on = purpose_.on});
}

bool Gate::all_agreed_to_meet(const model::Slot& slot, const model::Engagement& visit) const {
  if (!slot.together.is_yes()) return false;
  return !any_named(data_, slot, [&](const Partner& partner) {
    return is_civil_society(partner) && link(partner, visit).reason != Reason::public_body &&
           !to_meet(partner, visit);
  });
}

Verdict Gate::link(const Partner& partner, const model::Slot& slot, const model::Head& in) const {
  const Verdict own = link(partner, in);
  if (is_for_office() || !is_civil_society(partner) || own.reason == Reason::public_body)
    return own;
  const model::Engagement& visit = data_.engagement(in);
  if (visit.openness == model::Openness::public_) return own;
  using model::Audience;
  const bool is_read_by_authority =
      purpose_.audience == Audience::state || purpose_.audience == Audience::de_facto;
  if (!is_read_by_authority && !any_named(data_, slot, is_authority)) return own;
  return all_agreed_to_meet(slot, visit) ? own : no(Reason::kept_separate);
}

bool Gate::names_nobody_withheld(const model::Slot& slot, const model::Head& in) const {
  return !any_named(data_, slot,
                    [&](const Partner& partner) { return !link(partner, slot, in).shows(); });
}

Verdict Gate::slot(const model::Slot& slot, const model::Head& in) const {
  if (is_for_office()) return full(Reason::office_sees_all);
  // A visit to a site, say, is open by its setting, and may still be left out by name.
  if (slot.shown_as || !names_nobody_withheld(slot, in)) return no(Reason::closed_engagement);
  switch (*slot.setting) {
    case Setting::official:
    case Setting::press:
    case Setting::site_visit:
      return full(Reason::open_value);
    case Setting::un:
    case Setting::diplomatic:
      return works_with_us(purpose_.audience) ? full(Reason::open_value)
                                              : no(Reason::closed_engagement);
    default:
      return no(Reason::closed_engagement);
  }
}

Verdict Gate::channel(const Partner& partner, const model::Contact& contact) const {
  if (contact.use == ContactUse::never) return no(Reason::never_channel);
  if (contact.compromised) return no(Reason::compromised_channel);
  if (partner.situation && (partner.situation->state == SituationState::detained ||
                            partner.situation->state == SituationState::disappeared))
    return no(Reason::detained);
  const Verdict reach = verdicts(partner)[Reveals::contact];
  if (!reach.shows() || is_for_office()) return reach;
  if (reach.reason == Reason::consent) return reach;
  if (contact.personal.is_yes()) return no(Reason::personal_channel);
  // What somebody gave us in confidence is not what they publish.
  if (partner.group() == Group::civil_society && !(contact.origin == model::Origin::published))
    return no(Reason::channel_not_published);
  return reach;
}

bool Gate::narrows(const value::Type& element) {
  return &element == &value::type_of<model::Slot> || &element == &value::type_of<model::Contact> ||
         &element == &value::type_of<model::AllegedVictim>;
}

Verdicts Gate::narrow(const value::Type& element, const void* item, const Verdicts& list,
                      const model::Head& head) const {
  if (is_for_office()) return list;
  if (&element == &value::type_of<model::Slot>)
    return narrow(*static_cast<const model::Slot*>(item), list, head);
  if (&element == &value::type_of<model::Contact>)
    return narrow(*static_cast<const model::Contact*>(item), list, data_.partner(head));
  if (&element == &value::type_of<model::AllegedVictim>)
    return narrow(*static_cast<const model::AllegedVictim*>(item), list, head);
  return list;
}

Verdicts Gate::narrow(const model::Slot& item, const Verdicts& list,
                      const model::Head& head) const {
  const Verdict shown = slot(item, head);
  return shown.shows() ? list : Verdicts::all(shown);
}

Verdicts Gate::narrow(const model::Contact& item, const Verdicts& list,
                      const model::Partner& partner) const {
  const Verdict shown = channel(partner, item);
  return shown.shows() ? list : Verdicts::all(shown);
}

Verdicts Gate::narrow(const model::AllegedVictim& item, const Verdicts& list,
                      const model::Head& head) const {
  const Partner* partner = data_.partner(item.partner);
  if (partner == nullptr) return list;
  const model::Engagement* matter = matter_of(data_, head);
  Verdicts verdicts = list;
  verdicts[Reveals::identity] = victim(*partner, *matter, purpose_.state);
  if (verdicts[Reveals::identity].how != How::full)
    verdicts[Reveals::content] = no(verdicts[Reveals::identity].reason);
  return verdicts;
}

}  // namespace rapport::release
