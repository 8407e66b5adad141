#include "cli/answer/consent_effect.hpp"

#include "base/text.hpp"
#include "release/gate.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace rapport::cli {
namespace {

using model::Audience;
using model::Engagement;
using model::Use;

/// No State, for what holds for any; and those that acts are bound to.
std::vector<value::StateCode> states_of(const model::Partner& partner, Audience audience) {
  std::vector<value::StateCode> states = {{}};
  if (!is_of_states(audience)) return states;
  for (const auto& act : partner.consent)
    for (const auto state : act.states)
      if (std::ranges::count(states, state) == 0) states.push_back(state);
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
  for (const auto state : states_of(partner_, audience)) {
    release::Purpose purpose{.audience = audience, .use = use, .on = on_, .state = state};
    // What holds for any case, and for any State, is not said again of one.
    const bool wider =
        matter != nullptr && release::Gate(data_, codes_, purpose).permission(partner_, use);
    purpose.subject = matter;
    const release::Gate gate(data_, codes_, purpose);
    const auto allowed = gate.permission(partner_, use);
    if (wider || !allowed || !gate.entry(partner_).shows()) continue;
    std::string text(value::word(audience));
    if (state) text += fmt::format(" {}", codes_.name(state.row()));
    if (allowed.verdict.how == release::How::initials) text += " (initials)";
    if (allowed.verdict.how == release::How::described) text += " (described)";
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

}  // namespace rapport::cli
