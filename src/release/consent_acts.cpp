#include "release/consent_acts.hpp"

#include <algorithm>

namespace rapport::release {

using model::Act;
using model::ConsentAct;

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

bool covers(const ConsentAct& act, const Ask& ask) {
  return lists_use(act, ask.use) && lists_audience(act, ask.audience);
}

/// `states` says which States; it says nothing of those who are none.
bool allows_state(const ConsentAct& act, const Ask& ask) {
  if (!is_of_states(ask.audience) || act.states.empty()) return true;
  return std::ranges::find(act.states, ask.state) != act.states.end();
}

bool reaches(const ConsentAct& act, const Ask& ask) {
  return !act.case_ || act.case_.id() == ask.case_;
}

bool says_something(const ConsentAct& narrowed) {
  return !narrowed.uses.empty() || !narrowed.to.empty() || !narrowed.states.empty() ||
         narrowed.name_as || narrowed.until;
}

bool leaves(const ConsentAct& narrowed, const Ask& ask) {
  const bool use = narrowed.uses.empty() || lists_use(narrowed, ask.use);
  const bool audience = narrowed.to.empty() || lists_audience(narrowed, ask.audience);
  return use && audience && allows_state(narrowed, ask) && says_something(narrowed);
}

/// Without uses or audiences it is for all of them.
bool refuses(const ConsentAct& refused, const Ask& ask) {
  const bool use = refused.uses.empty() || lists_use(refused, ask.use);
  const bool audience = refused.to.empty() || lists_audience(refused, ask.audience);
  return use && audience;
}

How how(model::NameAs name) {
  switch (name) {
    case model::NameAs::initials:
      return How::initials;
    case model::NameAs::described:
      return How::described;
    case model::NameAs::none:
      return How::withheld;
    default:
      return How::full;
  }
}

}  // namespace rapport::release
