#include "mandate_consent_oracle.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

namespace rapport::tests {
namespace {
namespace plain {

using mandate::ConsentQuery;
using mandate::Permission;
using model::Act;
using model::ConsentAct;
using model::Disclosure;
using model::gives;
using model::NameAs;
using model::Reason;

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

bool covers(const ConsentAct& act, const ConsentQuery& ask) {
  return lists_use(act, ask.use) && lists_audience(act, ask.audience);
}

/// `states` says which States; it says nothing of those who are none.
bool allows_state(const value::List<value::StateCode>& states, const ConsentQuery& ask) {
  if (!is_of_states(ask.audience) || states.empty()) return true;
  return std::ranges::find(states, ask.state) != states.end();
}

/// Does an act that takes back or narrows reach this question at all?
bool reaches(const ConsentAct& act, const ConsentQuery& ask) {
  return !act.case_ || act.case_.id() == ask.case_;
}

bool leaves(const ConsentAct& narrowed, const ConsentQuery& ask) {
  const bool use = narrowed.uses.empty() || lists_use(narrowed, ask.use);
  const bool audience = narrowed.to.empty() || lists_audience(narrowed, ask.audience);
  const bool says_nothing = narrowed.uses.empty() && narrowed.to.empty() &&
                            narrowed.states.empty() && !narrowed.name_as && !narrowed.until;
  return use && audience && allows_state(narrowed.states, ask) && !says_nothing;
}

/// Without uses or audiences it is for all of them.
bool refuses(const ConsentAct& refused, const ConsentQuery& ask) {
  const bool use = refused.uses.empty() || lists_use(refused, ask.use);
  const bool audience = refused.to.empty() || lists_audience(refused, ask.audience);
  return use && audience;
}

Disclosure how(NameAs name) {
  switch (name) {
    case NameAs::initials:
      return Disclosure::initials;
    case NameAs::described:
      return Disclosure::described;
    case NameAs::none:
      return Disclosure::withheld;
    default:
      return Disclosure::full;
  }
}

/// Unless it is sure that they came of age.
bool is_minor(const model::Partner& partner, const value::Date& on) {
  return partner.minor_until && !value::sure_before(partner.minor_until, on);
}

bool is_of_same_case(const ConsentAct& act, const ConsentAct& renewal) {
  return !renewal.case_ || !act.case_ || act.case_.id() == renewal.case_.id();
}

/// The acts whose word holds for what a renewal leaves unsaid: those before it that say it, but for
/// what a later one surely replaced. Where the dates do not tell which was the last, all of them
/// hold.
template <class Says>
std::vector<const ConsentAct*> inherited(const model::Partner& partner, const ConsentAct& renewal,
                                         const ConsentQuery& ask, const Says& says) {
  std::vector<const ConsentAct*> before;
  for (const ConsentAct& act : partner.consent) {
    const bool is_in_question = gives(act) ? covers(act, ask) && is_of_same_case(act, renewal)
                                           : act.act == Act::narrowed && reaches(act, ask);
    if (&act != &renewal && is_in_question && may_follow(renewal, act) && says(act))
      before.push_back(&act);
  }
  const auto replaces = [&](const ConsentAct* later, const ConsentAct* earlier) {
    return later != earlier && gives(*later) && !may_follow(*earlier, *later) &&
           !may_follow(*later, renewal);
  };
  std::vector<const ConsentAct*> holding;
  std::ranges::copy_if(before, std::back_inserter(holding), [&](const ConsentAct* act) {
    return std::ranges::none_of(before, [&](const auto* other) { return replaces(other, act); });
  });
  return holding;
}

/// How an act that gives something limits the name. What is newly given is for the full name where
/// it says nothing else.
Disclosure form_of(const model::Partner& partner, const ConsentAct& act, const ConsentQuery& ask) {
  if (act.act != Act::renewed || act.name_as) return how(*act.name_as);
  Disclosure form = Disclosure::full;
  for (const ConsentAct* before : inherited(partner, act, ask, [](const ConsentAct& each) {
         return each.act == Act::given || each.name_as;
       }))
    form = std::min(form, how(*before->name_as));
  return form;
}

bool is_for_state(const model::Partner& partner, const ConsentAct& act, const ConsentQuery& ask) {
  if (act.act != Act::renewed || !act.states.empty()) return allows_state(act.states, ask);
  const auto says = [](const ConsentAct& each) {
    return each.act == Act::given || !each.states.empty();
  };
  return std::ranges::all_of(inherited(partner, act, ask, says), [&ask](const ConsentAct* before) {
    return allows_state(before->states, ask);
  });
}

bool is_for_case(const model::Partner& partner, const ConsentAct& act, const ConsentQuery& ask) {
  const auto holds = [&ask](const ConsentAct& each) {
    return each.case_ ? each.case_.id() == ask.case_ : !mandate::needs_case(ask.use);
  };
  if (act.act != Act::renewed || act.case_) return holds(act);
  const auto before = inherited(partner, act, ask, [](const ConsentAct& each) {
    return each.act == Act::given || (gives(each) && each.case_);
  });
  if (before.empty()) return holds(act);
  return std::ranges::all_of(before, [&](const ConsentAct* each) { return holds(*each); });
}

Permission no(Reason reason, const ConsentAct* act) {
  return {{Disclosure::withheld, reason}, act, {}};
}

/// What is left of `grant` after every act that may follow it.
Permission what_is_left(const model::Partner& partner, const ConsentAct& grant,
                        const ConsentQuery& ask) {
  Permission left{{form_of(partner, grant, ask), Reason::consent}, &grant, grant.until};
  Disclosure& shown = left.verdict.how;
  value::Date& until = left.until;
  if (shown > Disclosure::initials && is_minor(partner, ask.on)) {
    shown = Disclosure::initials;
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
  if (shown != Disclosure::withheld) return left;
  left.verdict.reason = Reason::consent_no_name;
  left.until = {};
  return left;
}

/// Why an act that gives something does not answer this question; `absent` when it does.
Reason why_not(const model::Partner& partner, const ConsentAct& act, const ConsentQuery& ask) {
  if (!covers(act, ask)) return Reason::no_consent;
  if (!is_for_case(partner, act, ask)) return Reason::consent_other_case;
  if (!is_for_state(partner, act, ask)) return Reason::consent_other_state;
  return has_begun(act, ask.on) ? Reason::absent : Reason::consent_not_yet;
}

/// Where the dates do not tell which act is the last one, the stricter one holds.
Permission strictest(const model::Partner& partner, const ConsentAct& latest,
                     const ConsentQuery& ask) {
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

Permission answer_of(const model::Partner& partner, const ConsentQuery& ask) {
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

}  // namespace plain
}  // namespace

mandate::Permission plain_consent(const model::Partner& partner, const mandate::ConsentQuery& ask) {
  return plain::answer_of(partner, ask);
}

}  // namespace rapport::tests
