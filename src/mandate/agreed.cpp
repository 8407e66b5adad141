#include "mandate/agreed.hpp"

#include "mandate/consent.hpp"
#include "value/table.hpp"

#include <algorithm>
#include <cstddef>

namespace rapport::mandate {
namespace {

// As for the ends of consent: no record that is kept by hand comes near it.
constexpr std::size_t most_agreed_steps = 500'000;

template <class Enum>
bool lists(const model::List<value::Word<Enum>>& words, Enum word) {
  return std::ranges::any_of(words, [word](const auto& each) { return each == word; });
}

value::Word<model::NameAs> name_as(model::Disclosure how) {
  using enum model::Disclosure;
  if (how == full) return {model::NameAs::full, 0};
  if (how == initials) return {model::NameAs::initials, 0};
  return {how == described ? model::NameAs::described : model::NameAs::none, 0};
}

class Permissions {
 public:
  Permissions(const model::Partner& partner, const value::Date& on) : partner_(partner), on_(on) {
    for (const model::ConsentAct& act : partner.consent) {
      if (act.case_ && std::ranges::find(cases_, act.case_.id(), &value::Ref::id) == cases_.end())
        cases_.push_back(act.case_);
      for (const value::StateCode state : act.states)
        if (std::ranges::find(states_, state) == states_.end()) states_.push_back(state);
    }
  }

  std::vector<Agreed> take() {
    for (std::size_t use = 1; use <= value::words_of<model::Use>.size(); ++use)
      for (std::size_t to = 1; to <= value::words_of<model::Audience>.size(); ++to)
        add(static_cast<model::Use>(use), static_cast<model::Audience>(to));
    return std::move(found_);
  }

 private:
  /// What holds without a case, or for any State, is not said again for one of them.
  void add(model::Use use, model::Audience to) {
    const bool is_given = std::ranges::any_of(partner_.consent, [&](const auto& act) {
      return model::gives(act) && lists(act.uses, use) && lists(act.to, to);
    });
    if (!is_given) return;
    add(use, to, {}, {});
    for (const value::Ref& of_case : cases_) add(use, to, of_case, {});
    if (!model::is_of_states(to)) return;
    for (const value::StateCode state : states_) {
      add(use, to, {}, state);
      for (const value::Ref& of_case : cases_) add(use, to, of_case, state);
    }
  }

  void add(model::Use use, model::Audience to, const value::Ref& of_case, value::StateCode state) {
    steps_ += partner_.consent.size();
    if (steps_ > most_agreed_steps) return;
    const Permission answer = consent(
        partner_, {.use = use, .audience = to, .case_ = of_case.id(), .state = state, .on = on_});
    const bool is_without_name = answer.verdict.reason == model::Reason::consent_no_name;
    if (!answer && !is_without_name) return;
    const value::Date until = is_without_name ? answer.act->until : answer.until;
    const Agreed one{.use = {use, 0},
                     .to = {to, 0},
                     .until = until,
                     .case_ = of_case,
                     .state = state,
                     .name_as = name_as(answer.verdict.how),
                     .key = answer.act->key};
    if (!is_said(one)) found_.push_back(one);
  }

  bool is_said(const Agreed& one) const {
    return std::ranges::any_of(found_, [&](const Agreed& each) {
      const bool is_wider = (!each.case_ || each.case_.id() == one.case_.id()) &&
                            (!each.state || each.state == one.state);
      return is_wider && *each.use == *one.use && *each.to == *one.to &&
             *each.name_as == *one.name_as && each.key.str() == one.key.str();
    });
  }

  const model::Partner& partner_;
  value::Date on_;
  std::vector<value::Ref> cases_;
  std::vector<value::StateCode> states_;
  std::vector<Agreed> found_;
  std::size_t steps_ = 0;
};

}  // namespace

std::vector<Agreed> agreed(const model::Partner& partner, const value::Date& on) {
  return Permissions(partner, on).take();
}

}  // namespace rapport::mandate

template rapport::value::FieldSet rapport::value::rows_of<rapport::mandate::Agreed>();
