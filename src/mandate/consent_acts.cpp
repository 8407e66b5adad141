#include "mandate/consent_acts.hpp"

#include <algorithm>

namespace rapport::mandate {

using model::Act;
using model::ConsentAct;
using model::Disclosure;

When when(const model::Partner& partner, const ConsentAct& act) {
  // More than a record can have: the place within a day.
  constexpr std::int64_t acts = 1 << 20;
  const std::int64_t first = act.on.first().time_since_epoch().count() * acts;
  const std::int64_t last = act.on.last().time_since_epoch().count() * acts;
  if (act.on.precision() != value::Precision::day) return {first, last + acts - 1};
  const std::int64_t place = &act - &*partner.consent.begin();
  return {first + place, last + place};
}

bool has_begun(const ConsentAct& act, const value::Date& on) {
  return act.on && !act.on.is_unknown() && act.on.last() <= on.first();
}

bool may_have_begun(const ConsentAct& act, const value::Date& on) {
  return !act.on || act.on.first() <= on.first();
}

bool lists_use(const ConsentAct& act, model::Use use) {
  return std::ranges::any_of(act.uses, [use](const auto& word) { return word == use; });
}

bool lists_audience(const ConsentAct& act, model::Audience audience) {
  return std::ranges::any_of(act.to, [audience](const auto& word) { return word == audience; });
}

bool covers(const ConsentAct& act, const ConsentQuery& query) {
  return lists_use(act, query.use) && lists_audience(act, query.audience);
}

/// `states` says which States; it says nothing of those who are none.
bool allows_state(const ConsentAct& act, const ConsentQuery& query) {
  if (!is_of_states(query.audience) || act.states.empty()) return true;
  return std::ranges::find(act.states, query.state) != act.states.end();
}

bool reaches(const ConsentAct& act, const ConsentQuery& query) {
  return !act.case_ || act.case_.id() == query.case_;
}

bool says_something(const ConsentAct& narrowed) {
  return !narrowed.uses.empty() || !narrowed.to.empty() || !narrowed.states.empty() ||
         narrowed.name_as || narrowed.until;
}

bool leaves(const ConsentAct& narrowed, const ConsentQuery& query) {
  const bool use = narrowed.uses.empty() || lists_use(narrowed, query.use);
  const bool audience = narrowed.to.empty() || lists_audience(narrowed, query.audience);
  return use && audience && allows_state(narrowed, query) && says_something(narrowed);
}

/// Without uses or audiences it is for all of them.
bool refuses(const ConsentAct& refused, const ConsentQuery& query) {
  const bool use = refused.uses.empty() || lists_use(refused, query.use);
  const bool audience = refused.to.empty() || lists_audience(refused, query.audience);
  return use && audience;
}

Disclosure how(model::NameAs name) {
  switch (name) {
    case model::NameAs::initials:
      return Disclosure::initials;
    case model::NameAs::described:
      return Disclosure::described;
    case model::NameAs::none:
      return Disclosure::withheld;
    default:
      return Disclosure::full;
  }
}

}  // namespace rapport::mandate
