#include "release/consent.hpp"

#include <algorithm>

namespace rapport::release {
namespace {

using model::Act;
using model::ConsentAct;
using model::gives;
using model::NameAs;

/// A permission begins on the last day it can have been given, and ends on the first day it can
/// have been taken back.
bool has_begun(const ConsentAct& act, const value::Date& on) {
  return act.on && !act.on.is_unknown() && act.on.last() <= on.first();
}
bool may_have_begun(const ConsentAct& act, const value::Date& on) {
  return !act.on || act.on.first() <= on.first();
}

/// Could `later` stand behind `earlier` in time? Two acts of one day stand in the order written.
bool may_follow(const ConsentAct& later, const ConsentAct& earlier) {
  if (value::sure_before(later.on, earlier.on)) return false;
  const bool same_day = later.on == earlier.on && later.on.precision() == value::Precision::day;
  return !same_day || &later > &earlier;
}

bool lists_use(const ConsentAct& act, model::Use use) {
  return std::ranges::any_of(act.uses, [use](const auto& word) { return word == use; });
}
bool lists_audience(const ConsentAct& act, model::Audience audience) {
  return std::ranges::any_of(act.to, [audience](const auto& word) { return word == audience; });
}

bool covers(const ConsentAct& act, const Ask& ask) {
  return lists_use(act, ask.use) && lists_audience(act, ask.audience);
}

/// `states` says which States; it says nothing of those who are none.
bool allows_state(const value::List<value::StateCode>& states, const Ask& ask) {
  if (!is_of_states(ask.audience) || states.empty()) return true;
  return std::ranges::find(states, ask.state) != states.end();
}

/// Does an act that takes back or narrows reach this question at all?
bool reaches(const ConsentAct& act, const Ask& ask) {
  return !act.case_ || act.case_.id() == ask.case_;
}

bool leaves(const ConsentAct& narrowed, const Ask& ask) {
  const bool use = narrowed.uses.empty() || lists_use(narrowed, ask.use);
  const bool audience = narrowed.to.empty() || lists_audience(narrowed, ask.audience);
  const bool says_nothing = narrowed.uses.empty() && narrowed.to.empty() &&
                            narrowed.states.empty() && !narrowed.name_as && !narrowed.until;
  return use && audience && allows_state(narrowed.states, ask) && !says_nothing;
}

/// Without uses or audiences it is for all of them.
bool refuses(const ConsentAct& refused, const Ask& ask) {
  const bool use = refused.uses.empty() || lists_use(refused, ask.use);
  const bool audience = refused.to.empty() || lists_audience(refused, ask.audience);
  return use && audience;
}

How how(NameAs name) {
  switch (name) {
    case NameAs::initials:
      return How::initials;
    case NameAs::described:
      return How::described;
    case NameAs::none:
      return How::withheld;
    default:
      return How::full;
  }
}

/// Unless it is sure that they came of age.
bool is_minor(const model::Partner& partner, const value::Date& on) {
  return partner.minor_until && !value::sure_before(partner.minor_until, on);
}

/// How an act that gives something limits it.
struct Terms {
  value::Ref case_;
  value::List<value::StateCode> states;
  How form = How::full;
};

/// The act a renewal is of: the last one before it that gave the same.
const ConsentAct* renewed_by(const model::Partner& partner, const ConsentAct& renewal,
                             const Ask& ask) {
  const ConsentAct* found = nullptr;
  for (const ConsentAct& act : partner.consent) {
    const bool is_of_case = !renewal.case_ || !act.case_ || act.case_.id() == renewal.case_.id();
    if (&act == &renewal || !gives(act) || !covers(act, ask) || !is_of_case) continue;
    const bool is_before =
        &act < &renewal ? may_follow(renewal, act) : value::sure_before(act.on, renewal.on);
    if (is_before && (found == nullptr || may_follow(act, *found))) found = &act;
  }
  return found;
}

/// What was taken back of the form between two acts.
How form_between(const model::Partner& partner, const ConsentAct& from, const ConsentAct& to,
                 const Ask& ask) {
  How form = How::full;
  for (const ConsentAct& act : partner.consent)
    if (act.act == Act::narrowed && act.name_as && reaches(act, ask) && may_follow(act, from) &&
        may_follow(to, act))
      form = std::min(form, how(*act.name_as));
  return form;
}

/// What a renewal does not say is as it was.
Terms terms(const model::Partner& partner, const ConsentAct& act, const Ask& ask) {
  Terms all{act.case_, act.states, how(*act.name_as)};
  const ConsentAct* renewal = &act;
  bool has_form = static_cast<bool>(act.name_as);
  // Dates that overlap could lead around in a circle.
  for (std::size_t i = 0; i < partner.consent.size() && renewal->act == Act::renewed; ++i) {
    const ConsentAct* before = renewed_by(partner, *renewal, ask);
    if (before == nullptr) break;
    if (!all.case_) all.case_ = before->case_;
    if (all.states.empty()) all.states = before->states;
    if (!has_form)
      all.form = std::min(
          {all.form, how(*before->name_as), form_between(partner, *before, *renewal, ask)});
    has_form = has_form || before->name_as;
    renewal = before;
  }
  return all;
}

Permission no(Reason reason, const ConsentAct* act) { return {{How::withheld, reason}, act, {}}; }

/// What is left of `grant` after every act that may follow it.
Permission what_is_left(const model::Partner& partner, const ConsentAct& grant, const Ask& ask) {
  Permission left{{terms(partner, grant, ask).form, Reason::consent}, &grant, grant.until};
  How& shown = left.verdict.how;
  value::Date& until = left.until;
  if (shown > How::initials && is_minor(partner, ask.on)) {
    shown = How::initials;
    left.is_of_minor = true;
  }
  const auto shorten = [&until](const value::Date& end) {
    if (end && (!until || end.first() < until.first())) until = end;
  };
  for (const ConsentAct& act : partner.consent) {
    if (gives(act) || !reaches(act, ask) || !may_have_begun(act, ask.on) || !may_follow(act, grant))
      continue;
    if (act.act == Act::withdrawn) return no(Reason::consent_withdrawn, &act);
    if (act.act == Act::refused && refuses(act, ask)) return no(Reason::consent_refused, &act);
    if (act.act != Act::narrowed) continue;
    if (!leaves(act, ask)) return no(Reason::consent_narrowed, &act);
    if (act.name_as && how(*act.name_as) < shown) {
      shown = how(*act.name_as);
      left.narrowed = &act;
      left.is_of_minor = false;
    }
    shorten(act.until);
  }
  if (until && until.first() < ask.on.first()) return no(Reason::consent_expired, &grant);
  if (ask.facts && !grant.advance.is_yes() && value::sure_before(grant.on, ask.facts))
    return no(Reason::consent_older_than_facts, &grant);
  if (shown != How::withheld) return left;
  left.verdict.reason = Reason::consent_no_name;
  left.until = {};
  return left;
}

/// Why an act that gives something does not answer this question; `absent` when it does.
Reason why_not(const model::Partner& partner, const ConsentAct& act, const Ask& ask) {
  if (!covers(act, ask)) return Reason::no_consent;
  const Terms limits = terms(partner, act, ask);
  if (limits.case_ ? limits.case_.id() != ask.case_ : needs_case(ask.use))
    return Reason::consent_other_case;
  if (!allows_state(limits.states, ask)) return Reason::consent_other_state;
  return has_begun(act, ask.on) ? Reason::absent : Reason::consent_not_yet;
}

/// Where the dates do not tell which act is the last one, the stricter one holds.
Permission strictest(const model::Partner& partner, const ConsentAct& latest, const Ask& ask) {
  Permission answer = what_is_left(partner, latest, ask);
  for (const ConsentAct& act : partner.consent) {
    if (&act == &latest || !gives(act) || !may_follow(act, latest)) continue;
    if (why_not(partner, act, ask) != Reason::absent) continue;
    const Permission other = what_is_left(partner, act, ask);
    const bool ends_before =
        other.until && (!answer.until || other.until.first() < answer.until.first());
    const bool is_stricter = other.verdict.how < answer.verdict.how ||
                             (other.verdict.how == answer.verdict.how && ends_before);
    if (is_stricter) answer = other;
  }
  return answer;
}

}  // namespace

bool needs_case(model::Use use) {
  using enum model::Use;
  return use == letter || use == raise_orally || use == publish || use == press || use == un_report;
}

Permission consent(const model::Partner& partner, const Ask& ask) {
  const ConsentAct* latest = nullptr;
  Permission answer = no(Reason::no_consent, nullptr);
  for (const ConsentAct& act : partner.consent) {
    if (!gives(act)) {
      if (latest == nullptr && act.act == Act::refused && reaches(act, ask) && refuses(act, ask))
        answer = no(Reason::consent_refused, &act);
      continue;
    }
    if (const Reason reason = why_not(partner, act, ask); reason != Reason::absent) {
      if (latest == nullptr && answer.verdict.reason == Reason::no_consent)
        answer = no(reason, reason == Reason::no_consent ? nullptr : &act);
      continue;
    }
    if (latest == nullptr || may_follow(act, *latest)) latest = &act;
  }
  return latest == nullptr ? answer : strictest(partner, *latest, ask);
}

Reason objection(const model::Partner& partner, const Ask& ask) {
  for (const ConsentAct& act : partner.consent) {
    if (!reaches(act, ask) || !may_have_begun(act, ask.on)) continue;
    if (act.act == Act::narrowed && !leaves(act, ask)) return Reason::consent_narrowed;
    if (!refuses(act, ask)) continue;
    if (act.act == Act::refused) return Reason::consent_refused;
    if (act.act == Act::withdrawn) return Reason::consent_withdrawn;
  }
  return Reason::absent;
}

}  // namespace rapport::release
