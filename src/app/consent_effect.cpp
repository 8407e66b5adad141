#include "app/consent_effect.hpp"

#include "base/text.hpp"
#include "release/gate.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace rapport::app {
namespace {

using model::Audience;
using model::Engagement;
using model::Use;

bool lists(const auto& words, auto word) {
  return std::ranges::any_of(words, [word](const auto& each) { return each == word; });
}

/// It gives that use to that audience, in the case or in none; of another case it says nothing.
bool covers(const model::ConsentAct& act, Use use, Audience audience, const Engagement* matter) {
  const bool is_of_matter = !act.case_ || (matter != nullptr && act.case_.id() == matter->id());
  return model::gives(act) && is_of_matter && lists(act.uses, use) && lists(act.to, audience);
}

/// No State, for what holds for any; and those that acts are bound to. Nothing where no act of the
/// case, or outside cases, gives anything: what holds for any case is not said again of one.
std::vector<value::StateCode> states_of(const model::Partner& partner, Use use, Audience audience,
                                        const Engagement* matter) {
  std::vector<value::StateCode> states = {{}};
  bool is_given = false;
  for (const auto& act : partner.consent) {
    const bool is_covered = covers(act, use, audience, matter);
    is_given = is_given || (is_covered && static_cast<bool>(act.case_) == (matter != nullptr));
    if (!is_of_states(audience) || (model::gives(act) && !is_covered)) continue;
    for (const auto state : act.states)
      if (std::ranges::count(states, state) == 0) states.push_back(state);
  }
  if (!is_given) states.clear();
  return states;
}

}  // namespace

std::string ConsentEffect::text() const {
  std::vector<const Engagement*> matters = {nullptr};
  for (const auto& act : partner_.consent)
    if (const auto* matter = data_.engagement(act.case_);
        matter != nullptr && std::ranges::count(matters, matter) == 0)
      matters.push_back(matter);
  std::string text;
  for (const auto* matter : matters)
    for (std::size_t use = 1; use <= value::words_of<Use>.size(); ++use)
      text += line(static_cast<Use>(use), matter);
  return text;
}

std::string ConsentEffect::line(Use use, const Engagement* matter) const {
  std::vector<std::string> to;
  for (std::size_t i = 1; i <= value::words_of<Audience>.size(); ++i)
    if (auto words = said(use, static_cast<Audience>(i), matter); !words.empty())
      to.push_back(std::move(words));
  if (to.empty()) return {};
  return fmt::format("  {} to {}{}\n", value::word(use), base::join(to, ", "),
                     matter == nullptr ? std::string() : fmt::format(", in {}", matter->id()));
}

std::string ConsentEffect::said(Use use, Audience audience, const Engagement* matter) const {
  std::vector<std::string> to;
  for (const auto state : states_of(partner_, use, audience, matter)) {
    release::Purpose purpose{.audience = audience, .use = use, .on = on_, .state = state};
    release::Purpose general = purpose;
    purpose.subject = matter;
    const release::Gate gate(data_, codes_, purpose);
    const auto allowed = gate.permission(partner_, use);
    if (!allowed) continue;
    // Who is never shown is not, whatever they allow, and whichever State it is.
    if (to.empty() && !gate.entry(partner_).shows()) return {};
    // What holds for any case, and for any State, is not said again of one.
    if (matter != nullptr && release::Gate(data_, codes_, general).permission(partner_, use))
      continue;
    std::string text(value::word(audience));
    if (state) text += fmt::format(" {}", codes_.name(state.row()));
    if (allowed.verdict.how == release::Disclosure::initials) text += " (initials)";
    if (allowed.verdict.how == release::Disclosure::described) text += " (described)";
    if (allowed.until) text += fmt::format(" until {}", allowed.until.str());
    to.push_back(std::move(text));
    if (!state) break;
  }
  return base::join(to, ", ");
}

value::Date ConsentEffect::younger_fact(const model::ConsentAct& act) const {
  const auto* matter = data_.engagement(act.case_);
  if (matter == nullptr || act.advance.is_yes()) return {};
  const auto facts = release::youngest_fact(*matter);
  return facts && value::sure_before(act.on, facts) ? facts : value::Date{};
}

}  // namespace rapport::app
