#include "release/gate.hpp"

#include "model/dataset.hpp"
#include "model/matter.hpp"
#include "release/describe.hpp"
#include "release/marks.hpp"

#include <algorithm>

namespace rapport::release {
namespace {

using model::Audience;
using model::Classification;
using model::Engagement;
using model::Group;
using model::Openness;
using model::Partner;
using model::PartnerKind;
using model::Use;
using value::Reveals;

bool is_listed(const Partner& partner, const value::Date& on) {
  if (!partner.listed || partner.kind == PartnerKind::donor) return false;
  const value::Date& since = partner.listed->since;
  return !since || (!since.is_unknown() && since.last() <= on.first());
}

bool is_hostile_audience(Audience audience) {
  return audience == Audience::state || audience == Audience::de_facto ||
         audience == Audience::business;
}

/// The last day of what an output contains: a letter that was sent contains nothing that came
/// later.
value::Date last_day_of_facts(const Purpose& purpose) {
  const Engagement* subject = purpose.subject;
  const bool sent = subject != nullptr && subject->communication && subject->communication->sent;
  return sent ? subject->communication->sent : purpose.on;
}

bool is_institution(Group group) {
  return group == Group::states || group == Group::united_nations || group == Group::regional ||
         group == Group::independent;
}

/// How to reach somebody, when `who` is how they are shown. To be named in a letter, say, is not to
/// give one's number to whoever reads it; and an address gives away the name.
Verdict reach_by(Verdict who, Use use) {
  if (!who.shows()) return who;
  if (who.reason == Reason::consent && use != Use::contact && use != Use::share_contact)
    return no(Reason::not_part_of_this_use);
  return who.how == Disclosure::full ? who : no(Reason::consent_no_name);
}

/// Where they meet us is where they can be found.
bool has_protected(const model::Dataset& data, const Engagement& engagement) {
  return std::ranges::any_of(engagement.partners, [&data](const auto& participation) {
    const Partner* partner = data.partner(participation.partner);
    return partner != nullptr && is_protected(*partner);
  });
}

}  // namespace

bool is_open_to_all(const Partner& partner) {
  const bool person = is_person(partner) && !is_official(partner);
  return !person && !is_association(partner) && !partner.national_staff.is_yes() &&
         partner.group() != Group::defenders &&
         classification(partner) == Classification::unclassified;
}

value::Date youngest_fact(const Engagement& matter, const value::Date& sent) {
  value::Date youngest = matter.start.date();
  if (!matter.case_) return youngest;
  for (const auto& incident : matter.case_->incidents)
    if (value::sorts_before(youngest, incident.on) && !value::sure_after(incident.on, sent))
      youngest = incident.on;
  return youngest;
}

const Partner* Gate::partner(const value::Ref& ref) const { return data_.partner(ref); }

const Engagement* Gate::engagement(const value::Ref& ref) const { return data_.engagement(ref); }

ConsentQuery Gate::question(Use use) const {
  ConsentQuery query{
      .use = use, .audience = purpose_.audience, .state = purpose_.state, .on = purpose_.on};
  const Engagement* subject = purpose_.subject;
  if (subject == nullptr || (!subject->communication && !subject->case_)) return query;
  // A letter that is part of a case speaks of it, and consent is to the case.
  const Engagement& matter = *case_about(data_, subject->head);
  query.case_ = matter.id();
  query.facts = youngest_fact(matter, last_day_of_facts(purpose_));
  return query;
}

/// Who is shown without having been asked may still have said no. Institutions of States, the UN
/// and regions are public whatever they say.
Verdict Gate::unless_refused(const Partner& partner, Use use, Verdict open) const {
  if (is_institution(partner.group())) return open;
  const Reason objection = mandate::objection(partner, question(use));
  if (objection == Reason::absent) return open;
  const Permission later = permission(partner, use);
  return later ? later.verdict : no(objection);
}

/// Why no consent shows them to this audience; `absent` when one may.
Reason Gate::never(const Partner& partner) const {
  if (partner.classification == Classification::strictly_confidential)
    return Reason::classification;
  if (partner.national_staff.is_yes() && !works_with_us(purpose_.audience))
    return Reason::national_staff;
  return Reason::absent;
}

Verdict Gate::entry(const Partner& partner) const {
  if (is_for_office()) return full(Reason::office_sees_all);
  if (const Reason reason = never(partner); reason != Reason::absent) return no(reason);
  if (partner.national_staff.is_yes()) return permission(partner, purpose_.use).verdict;
  if (is_person(partner) && is_official(partner) && partner.group() != Group::defenders)
    return unless_refused(partner, purpose_.use, full(Reason::official_post));
  const bool person = is_person(partner) || partner.group() == Group::defenders;
  const bool is_open = !person && classification(partner) == Classification::unclassified;
  if (is_open && !is_association(partner))
    return unless_refused(partner, purpose_.use, full(Reason::public_body));
  const bool is_published = !person && is_association(partner) && is_listed(partner, purpose_.on) &&
                            !is_hostile_audience(purpose_.audience);
  if (is_open && is_published) return unless_refused(partner, purpose_.use, full(Reason::listed));
  const Verdict agreed = permission(partner, purpose_.use).verdict;
  // It is their label that asks for a consent.
  const bool is_closed = is_published && agreed.reason == Reason::no_consent;
  return is_closed ? no(Reason::classification) : agreed;
}

Verdict Gate::in_list(const Partner& partner) const {
  if (is_for_office() && purpose_.use == Use::contact)
    if (const NoContact said = no_contact(partner)) return no(said.reason);
  return entry(partner);
}

/// Who received a letter, or the reply's sender, knows that it was written.
bool Gate::is_known_to_recipient(const Engagement& letter) const {
  if (!letter.communication || !letter.communication->sent) return false;
  const Partner* addressee = data_.partner(letter.communication->addressee);
  if (addressee == nullptr) return false;
  const Audience reached = audience_of(*addressee, data_.engagement(letter.part_of));
  const bool both_states = is_of_states(reached) && is_of_states(purpose_.audience);
  if (reached != purpose_.audience && !both_states) return false;
  if (purpose_.recipient != nullptr && purpose_.recipient == addressee) return true;
  return both_states && purpose_.state && addressee->country == purpose_.state;
}

/// What an output is about is for whom it is made: a letter for its addressee, whatever its label,
/// a confidential visit for the State visited and those who work with us.
bool Gate::is_for_audience(const Engagement& subject, Classification label) const {
  if (!subject.visit || label == Classification::unclassified) return true;
  if (label == Classification::strictly_confidential) return false;
  return model::is_told_of_visits(purpose_.audience);
}

/// By the day of its publication; where none is recorded, because the record itself is open.
bool Gate::is_published(const Engagement& letter) const {
  const auto& publication = letter.communication->publication;
  if (publication && publication->on) return model::is_public_on(publication->on, purpose_.on);
  const bool is_due_later =
      publication && publication->due && !model::is_public_on(publication->due, purpose_.on);
  return !is_due_later && letter.openness == Openness::public_ &&
         classification(letter) == Classification::unclassified;
}

/// Whoever sends letters with us reads what was sent; all others what is public, whatever its label
/// says of the record. A draft is no letter yet.
Verdict Gate::letter(const Engagement& record, Classification label) const {
  if (label == Classification::strictly_confidential) return no(Reason::classification);
  if (is_published(record)) return full(Reason::open_value);
  if (!reads_unpublished(purpose_.audience)) return no(Reason::not_published);
  const bool shows = record.communication->sent || label == Classification::unclassified;
  return shows ? full(Reason::open_value) : no(Reason::classification);
}

Verdict Gate::visible(const Engagement& engagement) const {
  if (is_for_office()) return full(Reason::office_sees_all);
  if (is_known_to_recipient(engagement)) return full(Reason::open_value);
  const Classification label = classification(engagement);
  if (&engagement == purpose_.subject && is_for_audience(engagement, label))
    return full(Reason::open_value);
  if (engagement.communication) return letter(engagement, label);
  if (label != Classification::unclassified) return no(Reason::classification);
  if (engagement.openness == Openness::confidential) return no(Reason::closed_engagement);
  // Of what nobody said that it was public it is not known.
  if (engagement.openness != Openness::public_ && !works_with_us(purpose_.audience))
    return no(Reason::closed_engagement);
  return full(Reason::open_value);
}

Permission Gate::victim_permission(const Partner& partner, const Engagement& matter,
                                   value::StateCode state) const {
  if (is_for_office()) return {full(Reason::office_sees_all)};
  if (partner.national_staff.is_yes() && !works_with_us(purpose_.audience))
    return {no(Reason::national_staff)};
  ConsentQuery question{.use = purpose_.use,
                        .audience = purpose_.audience,
                        .case_ = matter.id(),
                        .state = state,
                        .on = purpose_.on,
                        .facts = youngest_fact(matter, last_day_of_facts(purpose_))};
  const Permission own = consent(partner, question);
  if (!own || !is_for_everybody(purpose_.audience)) return own;
  // A name in public reaches every addressee of the case, so each of them must have been agreed to.
  question.use = Use::letter;
  for (const Engagement* letter : model::letters_of(data_, matter)) {
    const Partner* addressee = data_.partner(letter->communication->addressee);
    if (addressee == nullptr) continue;
    question.audience = audience_of(*addressee, &matter);
    question.state = addressee->country;
    if (!consent(partner, question)) return {no(Reason::other_addressee)};
  }
  return own;
}

bool Gate::may_be_named(const Partner& partner) const {
  if (entry(partner).how == Disclosure::full) return true;
  for (std::size_t use = 1; use <= value::words_of<Use>.size(); ++use)
    if (permission(partner, static_cast<Use>(use)).verdict.how == Disclosure::full) return true;
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
      who.reason == Reason::official_post ? permission(partner, purpose_.use).verdict : who;
  verdicts[Reveals::contact] = reach_by(reach, purpose_.use);
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
  const bool is_closed_letter =
      engagement.communication && classification(engagement) != Classification::unclassified;
  if (&engagement != purpose_.subject &&
      (is_closed_letter || (!engagement.openness && has_protected(data_, engagement))))
    verdicts[Reveals::place] = no(Reason::closed_engagement);
  return verdicts;
}

}  // namespace rapport::release
