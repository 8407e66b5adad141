// What stands in the lists of a record and has more to answer for than the list: slots of a
// programme, channels, alleged victims.
#include "model/dataset.hpp"
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
using value::Reveals;

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

bool is_small(std::uint32_t people) {
  constexpr std::uint32_t smallest = 5;
  return people != 0 && people < smallest;
}

/// So is what is left of the whole without the part.
bool tells(std::uint32_t total, std::uint32_t part) {
  return is_small(part) || (part != 0 && total > part && is_small(total - part));
}

bool has_small_part(const model::Attended& came) {
  std::uint32_t of_groups = 0;
  for (const auto& group : came.groups) {
    if (is_small(*group.count)) return true;
    of_groups += *group.count;
  }
  return is_small(*came.women) || is_small(*came.men) || is_small(*came.other) ||
         tells(*came.total, *came.women + *came.men + *came.other) ||
         tells(*came.total, *came.minors) || tells(*came.total, of_groups);
}

bool has_small_part(const model::Persons& persons) {
  return is_small(*persons.women) || is_small(*persons.men) ||
         tells(*persons.total, *persons.women + *persons.men) ||
         tells(*persons.total, *persons.minors);
}

/// Whether the row is the total and small, or one of the parts and any of them is.
template <auto Total, auto... Parts, class Counted>
bool is_suppressed(const value::Field& row, const Counted& counted) {
  if (&row == &value::field_of<Total>()) return is_small(*(counted.*Total));
  return ((&row == &value::field_of<Parts>()) || ...) && has_small_part(counted);
}

}  // namespace

/// They agree to the authorities of the State visited, whoever reads of it.
Permission Gate::to_meet(const Partner& partner, const model::Engagement& visit) const {
  return mandate::consent(partner, {.use = model::Use::meet_authority,
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

Verdict Gate::link(const Partner& partner, const model::Slot& slot,
                   const model::RecordHeader& in) const {
  const model::Engagement& visit = data_.engagement(in);
  const Verdict own = link(partner, visit, &slot);
  if (is_for_office() || !is_civil_society(partner) || own.reason == Reason::public_body)
    return own;
  if (visit.openness == model::Openness::public_) return own;
  using model::Audience;
  const bool is_read_by_authority =
      purpose_.audience == Audience::state || purpose_.audience == Audience::de_facto;
  if (!is_read_by_authority && !any_named(data_, slot, model::is_authority)) return own;
  return all_agreed_to_meet(slot, visit) ? own : no(Reason::kept_separate);
}

bool Gate::names_nobody_withheld(const model::Slot& slot, const model::RecordHeader& in) const {
  return !any_named(data_, slot,
                    [&](const Partner& partner) { return !link(partner, slot, in).shows(); });
}

/// A meeting that is nobody else's to know of, which OHCHR helps to prepare in the pack made for
/// it.
bool Gate::is_prepared_with_ohchr(const model::Slot& slot, const model::RecordHeader& in) const {
  if (purpose_.audience != model::Audience::ohchr) return false;
  if (purpose_.subject != &data_.engagement(in)) return false;
  switch (*slot.setting) {
    case Setting::confidential:
    case Setting::civil_society:
    case Setting::independent:
    case Setting::de_facto:
      return slot.status != model::SlotStatus::refused;
    default:
      return false;
  }
}

/// It is shown there with those who agreed that OHCHR knows them, and with no one else. Where
/// nobody was asked, place and purpose would tell of them; and who left it out did so for public
/// bodies.
bool Gate::is_helped_by_ohchr(const model::Slot& slot, const model::RecordHeader& in) const {
  if (!is_prepared_with_ohchr(slot, in)) return false;
  bool has_agreed = false;
  bool is_whole = !slot.shown_as && (!slot.with.empty() || !slot.attended.empty());
  const bool has_secret = any_named(data_, slot, [&](const Partner& partner) {
    const Verdict linked = link(partner, slot, in);
    has_agreed = has_agreed || (linked.shows() && linked.reason == Reason::consent);
    is_whole = is_whole && linked.shows();
    return never(partner) != Reason::absent || linked.reason == Reason::kept_separate;
  });
  return !has_secret && (has_agreed || is_whole);
}

Verdict Gate::slot(const model::Slot& slot, const model::RecordHeader& in) const {
  if (is_for_office()) return full(Reason::office_sees_all);
  if (is_helped_by_ohchr(slot, in)) return full(Reason::open_value);
  // A visit to a site, say, is open by its setting, and may still be left out by name.
  if (slot.shown_as || !names_nobody_withheld(slot, in)) return no(Reason::closed_engagement);
  if (slot.status == model::SlotStatus::refused) return no(Reason::office_only);
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
  if (model::is_out_of_reach(partner)) return no(Reason::out_of_reach);
  const Verdict reach = verdicts(partner)[Reveals::contact];
  if (!reach.shows() || is_for_office()) return reach;
  if (reach.reason == Reason::consent) return reach;
  if (contact.personal.is_yes()) return no(Reason::personal_channel);
  // What somebody gave us in confidence is not what they publish.
  if (partner.group() == Group::civil_society && !(contact.origin == model::Origin::published))
    return no(Reason::channel_not_published);
  return reach;
}

bool Gate::reaches(const Partner& partner) const {
  return in_list(partner).shows() &&
         std::ranges::any_of(partner.contacts, [&](const model::Contact& contact) {
           return channel(partner, contact).shows();
         });
}

bool Gate::narrows(const value::Type& element) {
  return &element == &value::type_of<model::Slot> || &element == &value::type_of<model::Contact> ||
         &element == &value::type_of<model::AllegedVictim> ||
         &element == &value::type_of<model::Participation> ||
         &element == &value::type_of<model::Support> || &element == &value::type_of<model::Reply>;
}

Verdicts Gate::narrow(const value::Type& element, const void* item, const Verdicts& list,
                      const model::RecordHeader& head) const {
  if (is_for_office()) return list;
  if (&element == &value::type_of<model::Slot>)
    return narrow(*static_cast<const model::Slot*>(item), list, head);
  if (&element == &value::type_of<model::Contact>)
    return narrow(*static_cast<const model::Contact*>(item), list, data_.partner(head));
  if (&element == &value::type_of<model::AllegedVictim>)
    return narrow(*static_cast<const model::AllegedVictim*>(item), list, head);
  if (&element == &value::type_of<model::Participation>)
    return narrow(*static_cast<const model::Participation*>(item), list, data_.engagement(head));
  if (&element == &value::type_of<model::Support>)
    return narrow(*static_cast<const model::Support*>(item), list);
  if (&element == &value::type_of<model::Reply>)
    return narrow(*static_cast<const model::Reply*>(item), list);
  return list;
}

Verdicts Gate::narrow(const model::Slot& item, const Verdicts& list,
                      const model::RecordHeader& head) const {
  const Verdict shown = slot(item, head);
  return shown.shows() ? list : Verdicts::all(shown);
}

Verdicts Gate::narrow(const model::Contact& item, const Verdicts& list,
                      const model::Partner& partner) const {
  const Verdict shown = channel(partner, item);
  if (!shown.shows()) return Verdicts::all(shown);
  Verdicts verdicts = list;
  // For whom to ask is somebody else's name.
  if (!(item.origin == model::Origin::published))
    verdicts[Reveals::identity] = no(Reason::channel_not_published);
  return verdicts;
}

/// Who paid for what is told where it was agreed to disclose it.
Verdicts Gate::narrow(const model::Support& item, const Verdicts& list) const {
  return item.disclose.is_yes() ? list : Verdicts::all(no(Reason::office_only));
}

/// The sender asked not to publish it; those who signed the letter with us read it all the same.
Verdicts Gate::narrow(const model::Reply& item, const Verdicts& list) const {
  const bool is_kept = item.withheld.is_yes() && !reads_unpublished(purpose_.audience);
  return is_kept ? Verdicts::all(no(Reason::office_only)) : list;
}

bool Gate::suppresses_in(const value::Type& block) {
  if (block.shape != value::Shape::block) return false;
  const auto* rows = block.rows().rows.data();
  return rows == value::rows_of<model::Attended>().rows.data() ||
         rows == value::rows_of<model::Persons>().rows.data();
}

bool Gate::suppresses(const value::Field& row, const void* fields,
                      const value::FieldSet& of) const {
  using model::Attended;
  using model::Persons;
  if (is_for_office()) return false;
  const auto* rows = of.rows.data();
  if (rows == value::rows_of<Attended>().rows.data())
    return is_suppressed<&Attended::total, &Attended::women, &Attended::men, &Attended::other,
                         &Attended::minors, &Attended::groups>(
        row, *static_cast<const Attended*>(fields));
  return rows == value::rows_of<Persons>().rows.data() &&
         is_suppressed<&Persons::total, &Persons::women, &Persons::men, &Persons::minors>(
             row, *static_cast<const Persons*>(fields));
}

Verdicts Gate::narrow(const model::AllegedVictim& item, const Verdicts& list,
                      const model::RecordHeader& head) const {
  const Partner* partner = data_.partner(item.partner);
  if (partner == nullptr) {
    if (!is_named_in_words(item)) return list;
    Verdicts verdicts = list;
    verdicts[Reveals::content] = no(Reason::consent_no_name);
    return verdicts;
  }
  const model::Engagement* matter = case_about(data_, head);
  Verdicts verdicts = list;
  verdicts[Reveals::identity] = limited(victim(*partner, *matter, purpose_.state), item);
  if (verdicts[Reveals::identity].how != Disclosure::full)
    verdicts[Reveals::content] = no(verdicts[Reveals::identity].reason);
  return verdicts;
}

}  // namespace rapport::release
