#include "release/gate.hpp"

#include "release/describe.hpp"
#include "release/marks.hpp"

#include <algorithm>

namespace rapport::release {
namespace {

using model::Audience;
using model::Classification;
using model::Engagement;
using model::Form;
using model::Group;
using model::Openness;
using model::Partner;
using model::PartnerKind;
using model::Setting;
using model::SituationState;
using model::Use;
using value::Reveals;

bool is_official(const Partner& partner) { return partner.capacity == model::Capacity::official; }

/// NGOs, unions, associations and what else of civil society is a body but no institution.
bool is_association(const Partner& partner) {
  if (is_person(partner)) return false;
  switch (*partner.kind) {
    case PartnerKind::ngo:
    case PartnerKind::association:
    case PartnerKind::trade_union:
    case PartnerKind::lawyer:
    case PartnerKind::expert:
    case PartnerKind::other:
    case PartnerKind::donor:
      return true;
    default:
      return false;
  }
}

bool is_listed(const Partner& partner, const value::Date& on) {
  if (!partner.listed || partner.kind == PartnerKind::donor) return false;
  const value::Date& since = partner.listed->since;
  return !since || (!since.is_unknown() && since.last() <= on.first());
}

bool is_hostile_audience(Audience audience) {
  return audience == Audience::state || audience == Audience::de_facto ||
         audience == Audience::business;
}

bool is_public(Audience audience) {
  return audience == Audience::public_ || audience == Audience::media;
}

bool works_with_us(Audience audience) {
  return audience == Audience::office || audience == Audience::mandates ||
         audience == Audience::ohchr || audience == Audience::un;
}

value::Date youngest_fact(const Engagement& matter) {
  value::Date youngest = matter.start.date();
  if (!matter.case_) return youngest;
  for (const auto& incident : matter.case_->incidents)
    if (value::sorts_before(youngest, incident.on)) youngest = incident.on;
  return youngest;
}

Verdict no(Reason reason) { return {How::withheld, reason}; }
Verdict full(Reason reason) { return {How::full, reason}; }

}  // namespace

bool is_person(const Partner& partner) {
  const Form form = partner.form ? *partner.form : model::default_form(*partner.kind);
  return form == Form::person;
}

bool is_protected(const Partner& partner) {
  if (partner.group() == Group::defenders || partner.national_staff.is_yes()) return true;
  return is_person(partner) && !is_official(partner) &&
         partner.classification != Classification::unclassified;
}

Classification classification(const Partner& partner) {
  if (partner.classification) return *partner.classification;
  const bool open_body = !is_person(partner) && partner.group() != Group::defenders &&
                         (!is_association(partner) || partner.listed);
  return open_body || is_official(partner) ? Classification::unclassified
                                           : Classification::confidential;
}

Classification classification(const Engagement& engagement) {
  if (engagement.classification) return *engagement.classification;
  const bool sensitive =
      engagement.case_ || engagement.communication || engagement.openness == Openness::confidential;
  return sensitive ? Classification::confidential : Classification::unclassified;
}

Permission Gate::ask(const Partner& partner, Use use, const value::Date& facts) const {
  std::string_view matter;
  if (purpose_.subject != nullptr && purpose_.subject->communication)
    matter = purpose_.subject->part_of ? purpose_.subject->part_of.id() : purpose_.subject->id();
  return consent(partner, {.use = use,
                           .audience = purpose_.audience,
                           .case_ = matter,
                           .state = purpose_.state,
                           .on = purpose_.on,
                           .facts = facts});
}

Verdict Gate::entry(const Partner& partner) const {
  if (is_for_office()) return full(Reason::office_sees_all);
  if (partner.classification == Classification::strictly_confidential)
    return no(Reason::classification);
  if (partner.national_staff.is_yes()) {
    if (!works_with_us(purpose_.audience)) return no(Reason::national_staff);
    return ask(partner, purpose_.use).verdict;
  }
  if (is_person(partner) && is_official(partner) && partner.group() != Group::defenders)
    return full(Reason::official_post);
  const bool person = is_person(partner) || partner.group() == Group::defenders;
  if (!person && classification(partner) == Classification::unclassified) {
    if (!is_association(partner)) return full(Reason::public_body);
    if (is_listed(partner, purpose_.on) && !is_hostile_audience(purpose_.audience))
      return full(Reason::listed);
  }
  return ask(partner, purpose_.use).verdict;
}

/// Who received a letter, or the reply's sender, knows that it was written.
bool Gate::is_known_to_recipient(const Engagement& letter) const {
  if (!letter.communication || !letter.communication->sent) return false;
  const Partner* addressee = data_.partner(letter.communication->addressee);
  if (addressee == nullptr || audience_of(*addressee) != purpose_.audience) return false;
  if (purpose_.recipient != nullptr && purpose_.recipient == addressee) return true;
  return purpose_.audience == Audience::state && purpose_.state &&
         addressee->country == purpose_.state;
}

Verdict Gate::visible(const Engagement& engagement) const {
  if (is_for_office()) return full(Reason::office_sees_all);
  if (&engagement == purpose_.subject || is_known_to_recipient(engagement))
    return full(Reason::open_value);
  switch (classification(engagement)) {
    case Classification::strictly_confidential:
      return no(Reason::classification);
    case Classification::confidential:
      return no(Reason::classification);
    default:
      break;
  }
  if (engagement.openness == Openness::confidential) return no(Reason::closed_engagement);
  // Of what nobody said that it was public it is not known.
  if (engagement.openness != Openness::public_ && !works_with_us(purpose_.audience))
    return no(Reason::closed_engagement);
  return full(Reason::open_value);
}

Verdict Gate::link(const Partner& partner, const Engagement& engagement) const {
  const Verdict seen = visible(engagement);
  if (!seen.shows() || is_for_office()) return seen;
  if (partner.national_staff.is_yes() && is_public(purpose_.audience))
    return no(Reason::national_staff);
  const bool person = is_person(partner) && !is_official(partner);
  const bool public_body = !person && !is_association(partner) &&
                           !partner.national_staff.is_yes() &&
                           partner.group() != Group::defenders &&
                           classification(partner) == Classification::unclassified;
  if (public_body) return full(is_official(partner) ? Reason::official_post : Reason::public_body);
  return ask(partner, Use::list_as_participant).verdict;
}

Verdict Gate::link(const Partner& partner, const model::Head& in) const {
  if (in.kind == model::RecordKind::engagement) return link(partner, data_.engagement(in));
  // In a partner's record: a body may be named, a person's own record never names other people.
  return is_for_office() ? full(Reason::office_sees_all) : entry(partner);
}

Verdict Gate::slot(const model::Slot& slot) const {
  if (is_for_office()) return full(Reason::office_sees_all);
  // A visit to a site, say, is open by its setting, and may still be left out by name.
  if (slot.shown_as) return no(Reason::closed_engagement);
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
  if (contact.use == model::ContactUse::never) return no(Reason::never_channel);
  if (contact.compromised) return no(Reason::compromised_channel);
  if (partner.situation && (partner.situation->state == SituationState::detained ||
                            partner.situation->state == SituationState::disappeared))
    return no(Reason::detained);
  const Verdict reach = verdicts(partner)[Reveals::contact];
  if (!reach.shows() || is_for_office()) return reach;
  const bool agreed = reach.reason == Reason::consent;
  if (contact.personal.is_yes() && !agreed) return no(Reason::personal_channel);
  return reach;
}

Permission Gate::victim_permission(const Partner& partner, const Engagement& matter,
                                   value::StateCode state) const {
  if (is_for_office()) return {full(Reason::office_sees_all)};
  Ask question{.use = purpose_.use,
               .audience = purpose_.audience,
               .case_ = matter.id(),
               .state = state,
               .on = purpose_.on,
               .facts = youngest_fact(matter)};
  const Permission own = consent(partner, question);
  if (!own || (purpose_.audience != Audience::public_ && purpose_.audience != Audience::media))
    return own;
  // A name in public reaches every addressee of the case, so each of them must have been agreed to.
  question.use = Use::letter;
  for (const auto& use : data_.used_by(matter.head)) {
    if (use.from->kind != model::RecordKind::engagement) continue;
    const Engagement& letter = data_.engagement(*use.from);
    const Partner* addressee =
        letter.communication ? data_.partner(letter.communication->addressee) : nullptr;
    if (addressee == nullptr || letter.part_of.id() != matter.id()) continue;
    question.audience = audience_of(*addressee);
    question.state = addressee->country;
    if (!consent(partner, question)) return {no(Reason::other_addressee)};
  }
  return own;
}

bool Gate::may_be_named(const Partner& partner) const {
  if (entry(partner).how == How::full) return true;
  for (std::size_t use = 1; use <= value::words_of<Use>.size(); ++use)
    if (ask(partner, static_cast<Use>(use)).verdict.how == How::full) return true;
  return false;
}

Verdicts Gate::verdicts(const Partner& partner) const {
  if (is_for_office()) return Verdicts::all(full(Reason::office_sees_all));
  const Verdict who = entry(partner);
  Verdicts verdicts = Verdicts::all(no(Reason::office_only));
  verdicts[Reveals::open] = who.shows() ? full(Reason::open_value) : who;
  verdicts[Reveals::identity] = who;
  // Of an official name and post are public, and how to reach them is not.
  const Verdict reach =
      who.reason == Reason::official_post ? ask(partner, purpose_.use).verdict : who;
  verdicts[Reveals::contact] = reach.how == How::full ? reach : no(reach.reason);
  verdicts[Reveals::place] = verdicts[Reveals::contact];
  verdicts[Reveals::link] = who.reason == Reason::official_post ? who : no(Reason::no_consent);
  verdicts[Reveals::source] = no(Reason::source);
  return verdicts;
}

Verdicts Gate::verdicts(const Engagement& engagement) const {
  const Verdict seen = visible(engagement);
  Verdicts verdicts = Verdicts::all(seen);
  if (is_for_office() || !seen.shows()) return verdicts;
  const bool is_letter =
      &engagement == purpose_.subject && engagement.communication && purpose_.use == Use::letter;
  verdicts[Reveals::content] = is_letter ? full(Reason::open_value) : no(Reason::office_only);
  verdicts[Reveals::identity] = no(Reason::office_only);
  verdicts[Reveals::contact] = no(Reason::office_only);
  verdicts[Reveals::source] = no(Reason::source);
  return verdicts;
}

Verdicts Gate::narrow(const model::Slot& item, const Verdicts& list, const model::Head&) const {
  const Verdict shown = slot(item);
  return shown.shows() ? list : Verdicts::all(shown);
}

Verdicts Gate::narrow(const model::Contact& item, const Verdicts& list,
                      const model::Head& head) const {
  if (is_for_office()) return list;
  const Verdict shown = channel(data_.partner(head), item);
  return shown.shows() ? list : Verdicts::all(shown);
}

Verdicts Gate::narrow(const model::AllegedVictim& item, const Verdicts& list,
                      const model::Head& head) const {
  const Partner* partner = data_.partner(item.partner);
  if (is_for_office() || partner == nullptr) return list;
  const Engagement* matter = matter_of(data_, head);
  Verdicts verdicts = list;
  verdicts[Reveals::identity] = victim(*partner, *matter, purpose_.state);
  if (verdicts[Reveals::identity].how != How::full)
    verdicts[Reveals::content] = no(verdicts[Reveals::identity].reason);
  return verdicts;
}

}  // namespace rapport::release
