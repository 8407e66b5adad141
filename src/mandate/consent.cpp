#include "mandate/consent.hpp"

#include "mandate/consent_order.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace rapport::mandate {
namespace {

using model::Act;
using model::ConsentAct;
using model::Disclosure;
using model::gives;
using model::Reason;

/// Unless it is sure that they came of age.
bool is_minor(const model::Partner& partner, const value::Date& on) {
  return partner.minor_until && !value::sure_before(partner.minor_until, on);
}

Permission no(Reason reason, const ConsentAct* act) {
  return {{Disclosure::withheld, reason}, act, {}};
}

Reason reason_of(const ConsentAct& end) {
  if (end.act == Act::withdrawn) return Reason::consent_withdrawn;
  return end.act == Act::refused ? Reason::consent_refused : Reason::consent_narrowed;
}

/// One question to the acts of one person.
class Question {
 public:
  Question(const model::Partner& partner, const ConsentQuery& query)
      : partner_(partner), query_(query) {}

  Permission answer();

 private:
  When said(const ConsentAct& act) const { return when(partner_, act); }
  bool may_follow(const ConsentAct& later, const ConsentAct& earlier) const {
    return !is_surely_before(said(later), said(earlier));
  }

  template <class Says>
  Unsaid unsaid(bool of_one_case, const Says& says) const;
  Disclosure form_of(const ConsentAct& act);
  bool is_for_state(const ConsentAct& act);
  bool is_for_case(const ConsentAct& act);
  const Later& later();
  Permission what_is_left(const ConsentAct& grant);
  Reason why_not(const ConsentAct& act);
  Permission strictest(const ConsentAct& latest);

  const model::Partner& partner_;
  const ConsentQuery& query_;
  // Worked out when they are asked for. By whether the renewal is of the case itself.
  std::array<std::optional<Unsaid>, 2> forms_;
  std::array<std::optional<Unsaid>, 2> states_;
  std::optional<Unsaid> cases_;
  std::optional<Later> later_;
};

/// The acts whose word holds for what a renewal leaves unsaid: those before it that say it, but for
/// what a later one surely replaced. Where the dates do not tell which was the last, all of them
/// hold. `says` is what an act says of it, if anything.
template <class Says>
Unsaid Question::unsaid(bool of_one_case, const Says& says) const {
  Unsaid unsaid;
  for (const ConsentAct& act : partner_.consent) {
    const bool is_in_question = gives(act)
                                    ? covers(act, query_) && (!of_one_case || reaches(act, query_))
                                    : act.act == Act::narrowed && reaches(act, query_);
    if (!is_in_question) continue;
    if (const std::optional<std::size_t> saying = says(act))
      unsaid.add(said(act), *saying, gives(act));
  }
  unsaid.sort();
  return unsaid;
}

/// How an act that gives something limits the name. What is newly given is for the full name where
/// it says nothing else.
Disclosure Question::form_of(const ConsentAct& act) {
  if (act.act != Act::renewed || act.name_as) return how(*act.name_as);
  const bool of_one_case = static_cast<bool>(act.case_);
  auto& forms = forms_[of_one_case ? 1 : 0];
  if (!forms)
    forms = unsaid(of_one_case, [](const ConsentAct& each) -> std::optional<std::size_t> {
      if (each.act != Act::given && !each.name_as) return std::nullopt;
      return static_cast<std::size_t>(how(*each.name_as));
    });
  const Unsaid::Counts counts = forms->holding(said(act));
  for (std::size_t form = 0; form < counts.size(); ++form)
    if (counts[form] != 0) return static_cast<Disclosure>(form);
  return Disclosure::full;
}

bool Question::is_for_state(const ConsentAct& act) {
  if (act.act != Act::renewed || !act.states.empty()) return allows_state(act, query_);
  const bool of_one_case = static_cast<bool>(act.case_);
  auto& states = states_[of_one_case ? 1 : 0];
  if (!states)
    states = unsaid(of_one_case, [this](const ConsentAct& each) -> std::optional<std::size_t> {
      if (each.act != Act::given && each.states.empty()) return std::nullopt;
      return allows_state(each, query_) ? 1 : 0;
    });
  return states->holding(said(act))[0] == 0;
}

bool Question::is_for_case(const ConsentAct& act) {
  const auto holds = [this](const ConsentAct& each) {
    return each.case_ ? each.case_.id() == query_.case_ : !needs_case(query_.use);
  };
  if (act.act != Act::renewed || act.case_) return holds(act);
  if (!cases_)
    cases_ = unsaid(false, [&](const ConsentAct& each) -> std::optional<std::size_t> {
      if (each.act != Act::given && !(gives(each) && each.case_)) return std::nullopt;
      return holds(each) ? 1 : 0;
    });
  const Unsaid::Counts counts = cases_->holding(said(act));
  return counts[0] + counts[1] == 0 ? holds(act) : counts[0] == 0;
}

const Later& Question::later() {
  if (later_) return *later_;
  later_.emplace();
  for (const ConsentAct& act : partner_.consent) {
    if (gives(act) || !reaches(act, query_) || !may_have_begun(act, query_.on)) continue;
    const bool narrows = act.act == Act::narrowed;
    const bool ends = act.act == Act::withdrawn ||
                      (act.act == Act::refused && refuses(act, query_)) ||
                      (narrows && !leaves(act, query_));
    if (ends || narrows) later_->add(said(act), act, ends);
  }
  later_->sort();
  return *later_;
}

/// What is left of `grant` after every act that may follow it.
Permission Question::what_is_left(const ConsentAct& grant) {
  Permission left{{form_of(grant), Reason::consent}, &grant, grant.until};
  Disclosure& shown = left.verdict.how;
  if (shown > Disclosure::initials && is_minor(partner_, query_.on)) {
    shown = Disclosure::initials;
    left.is_of_minor = true;
  }
  const Later::Effect effect = later().after(said(grant));
  if (effect.end != nullptr) return no(reason_of(*effect.end), effect.end);
  for (std::size_t form = 0; form < static_cast<std::size_t>(shown); ++form) {
    if (effect.form[form] == nullptr) continue;
    shown = static_cast<Disclosure>(form);
    left.narrowed = effect.form[form];
    left.is_of_minor = false;
  }
  value::Date& until = left.until;
  if (effect.until != nullptr && (!until || effect.until->until.first() < until.first()))
    until = effect.until->until;
  if (until && until.first() < query_.on.first()) return no(Reason::consent_expired, &grant);
  if (query_.facts && !grant.advance.is_yes() && value::sure_before(grant.on, query_.facts))
    return no(Reason::consent_older_than_facts, &grant);
  if (shown != Disclosure::withheld) return left;
  left.verdict.reason = Reason::consent_no_name;
  left.until = {};
  return left;
}

/// Why an act that gives something does not answer this question; `absent` when it does.
Reason Question::why_not(const ConsentAct& act) {
  if (!covers(act, query_)) return Reason::no_consent;
  if (!is_for_case(act)) return Reason::consent_other_case;
  if (!is_for_state(act)) return Reason::consent_other_state;
  return has_begun(act, query_.on) ? Reason::absent : Reason::consent_not_yet;
}

/// Where the dates do not tell which act is the last one, the stricter one holds.
Permission Question::strictest(const ConsentAct& latest) {
  Permission answer = what_is_left(latest);
  for (const ConsentAct& act : partner_.consent) {
    if (&act == &latest || !gives(act) || !may_follow(act, latest)) continue;
    if (why_not(act) != Reason::absent) continue;
    const Permission other = what_is_left(act);
    const bool ends_before =
        other.until && (!answer.until || other.until.first() < answer.until.first());
    const bool is_stricter = other.verdict.how < answer.verdict.how ||
                             (other.verdict.how == answer.verdict.how && ends_before);
    if (is_stricter) answer = other;
  }
  return answer;
}

Permission Question::answer() {
  const ConsentAct* latest = nullptr;
  Permission answer = no(Reason::no_consent, nullptr);
  for (const ConsentAct& act : partner_.consent) {
    if (!gives(act)) {
      if (latest == nullptr && act.act == Act::refused && reaches(act, query_) &&
          refuses(act, query_))
        answer = no(Reason::consent_refused, &act);
      continue;
    }
    if (const Reason reason = why_not(act); reason != Reason::absent) {
      if (latest == nullptr && answer.verdict.reason == Reason::no_consent)
        answer = no(reason, reason == Reason::no_consent ? nullptr : &act);
      continue;
    }
    if (latest == nullptr || may_follow(act, *latest)) latest = &act;
  }
  return latest == nullptr ? answer : strictest(*latest);
}

}  // namespace

bool needs_case(model::Use use) {
  using enum model::Use;
  return use == letter || use == raise_orally || use == publish || use == press || use == un_report;
}

Permission consent(const model::Partner& partner, const ConsentQuery& query) {
  return Question(partner, query).answer();
}

namespace {

/// For this office, without a case.
bool is_for_us(const ConsentAct& act) {
  using enum model::Audience;
  return !act.case_ &&
         (act.to.empty() || lists_audience(act, office) || lists_audience(act, mandates));
}

/// What is given or left is for us where it is for any of those we work with.
bool is_for_those_who_call(const ConsentAct& act) {
  return act.to.empty() ||
         std::ranges::any_of(act.to, [](const auto& audience) { return works_with_us(*audience); });
}

/// Why the act leaves no contact with the office; `absent` when it does not end it.
Reason ends_contact(const ConsentAct& act) {
  const bool lists = lists_use(act, model::Use::contact);
  if (act.case_) return Reason::absent;
  if (act.act == Act::narrowed) {
    const bool leaves = act.uses.empty() ? says_something(act) : lists;
    return leaves && is_for_those_who_call(act) ? Reason::absent : Reason::consent_narrowed;
  }
  if (!is_for_us(act) || (!act.uses.empty() && !lists)) return Reason::absent;
  if (act.act == Act::refused) return Reason::consent_refused;
  return act.act == Act::withdrawn ? Reason::consent_withdrawn : Reason::absent;
}

bool allows_contact(const ConsentAct& act, const value::Date& on) {
  return gives(act) && !act.case_ && lists_use(act, model::Use::contact) &&
         is_for_those_who_call(act) && has_begun(act, on) &&
         (!act.until || on.first() <= act.until.first());
}

}  // namespace

NoContact no_contact(const model::Partner& partner, const value::Date& on) {
  // The latest beginning of those that allow it again.
  When allowed{std::numeric_limits<std::int64_t>::min(), 0};
  for (const ConsentAct& act : partner.consent)
    if (allows_contact(act, on)) allowed.first = std::max(allowed.first, when(partner, act).first);
  NoContact found;
  std::optional<When> last;
  for (const ConsentAct& act : partner.consent) {
    const Reason reason = ends_contact(act);
    if (reason == Reason::absent || !may_have_begun(act, on)) continue;
    const When said = when(partner, act);
    if (last && is_surely_before(said, *last)) continue;
    if (is_surely_before(said, allowed)) continue;
    last = said;
    found = {reason, act.on};
  }
  return found;
}

Reason objection(const model::Partner& partner, const ConsentQuery& query) {
  for (const ConsentAct& act : partner.consent) {
    if (!reaches(act, query) || !may_have_begun(act, query.on)) continue;
    if (act.act == Act::narrowed && !leaves(act, query)) return Reason::consent_narrowed;
    if (!refuses(act, query)) continue;
    if (act.act == Act::refused) return Reason::consent_refused;
    if (act.act == Act::withdrawn) return Reason::consent_withdrawn;
  }
  return Reason::absent;
}

}  // namespace rapport::mandate
