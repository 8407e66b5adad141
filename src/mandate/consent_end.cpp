#include "mandate/consent_end.hpp"

#include "mandate/consent_acts.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace rapport::mandate {
namespace {

// Each query goes through all acts. No record that is kept by hand comes near it: it is a fraction
// of a second.
constexpr std::size_t most_steps = 500'000;

template <class Item>
void add_new(std::vector<Item>& items, const Item& item) {
  if (std::ranges::find(items, item) == items.end()) items.push_back(item);
}

class Ends {
 public:
  Ends(const model::Partner& partner, const value::Date& on) : partner_(partner), on_(on) {
    for (const model::ConsentAct& act : partner.consent) {
      if (act.case_) add_new(cases_, act.case_.id());
      for (const value::StateCode state : act.states) add_new(states_, state);
    }
  }

  value::Date of(const model::ConsentAct& act) {
    value::Date end;
    if (!model::gives(act) || !act.until || act.until.first() < on_.first()) return end;
    // Better an end too many than one that is missed.
    if (steps_ > most_steps) return act.until;
    for (const auto& use : act.uses)
      for (const auto& audience : act.to)
        for (const std::string_view of_case : cases(act))
          for (const value::StateCode state : states(act, *audience)) {
            const ConsentQuery query{
                .use = *use, .audience = *audience, .case_ = of_case, .state = state, .on = on_};
            const value::Date until = until_if_given(act, query);
            steps_ += partner_.consent.size();
            if (steps_ > most_steps) return act.until;
            if (until && (!end || until.first() < end.first())) end = until;
          }
    return end;
  }

 private:
  /// Until when this act is the one that gives it; that can be everything but the name.
  value::Date until_if_given(const model::ConsentAct& act, const ConsentQuery& query) const {
    const Permission answer = consent(partner_, query);
    if (answer.act != &act) return {};
    if (answer.verdict.reason == model::Reason::consent_no_name) return act.until;
    return answer ? answer.until : value::Date{};
  }

  /// A renewal that names none is of those before it.
  std::vector<std::string_view> cases(const model::ConsentAct& act) const {
    if (act.case_) return {act.case_.id()};
    std::vector<std::string_view> cases = {std::string_view{}};
    if (act.act == model::Act::renewed) cases.insert(cases.end(), cases_.begin(), cases_.end());
    return cases;
  }

  std::vector<value::StateCode> states(const model::ConsentAct& act,
                                       model::Audience audience) const {
    if (!is_of_states(audience)) return {value::StateCode{}};
    if (!act.states.empty()) return {act.states.begin(), act.states.end()};
    std::vector<value::StateCode> states = {value::StateCode{}};
    states.insert(states.end(), states_.begin(), states_.end());
    return states;
  }

  const model::Partner& partner_;
  value::Date on_;
  std::vector<std::string_view> cases_;
  std::vector<value::StateCode> states_;
  std::size_t steps_ = 0;
};

}  // namespace

std::vector<value::Date> ends_of_consent(const model::Partner& partner, const value::Date& on) {
  std::vector<value::Date> ends;
  Ends end(partner, on);
  for (const model::ConsentAct& act : partner.consent) ends.push_back(end.of(act));
  return ends;
}

}  // namespace rapport::mandate
