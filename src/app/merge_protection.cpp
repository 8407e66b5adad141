#include "app/merge_protection.hpp"

#include "mandate/consent.hpp"
#include "model/protection.hpp"
#include "value/word.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::app {
namespace {

using model::Partner;

using Permissions = std::vector<mandate::ConsentQuery>;

/// All that may be asked of what two partners agreed to.
Permissions queries(const Partner& keep, const Partner& drop, const value::Date& today) {
  std::set<std::string_view> cases = {""};
  std::vector<value::StateCode> states = {{}};
  for (const Partner* partner : {&keep, &drop})
    for (const model::ConsentAct& act : partner->consent) {
      if (act.case_) cases.insert(act.case_.id());
      for (const auto& state : act.states) states.push_back(state);
    }
  Permissions all;
  for (std::size_t use = 1; use <= value::words_of<model::Use>.size(); ++use)
    for (std::size_t to = 1; to <= value::words_of<model::Audience>.size(); ++to)
      for (const std::string_view case_ : cases)
        for (const value::StateCode& state : states)
          all.push_back({.use = static_cast<model::Use>(use),
                         .audience = static_cast<model::Audience>(to),
                         .case_ = case_,
                         .state = state,
                         .on = today});
  return all;
}

/// Somebody decided about a field that protection depends on.
bool is_chosen(const MergeChoices& choices) {
  constexpr std::string_view deciding[] = {"kind", "capacity", "listed"};
  return std::ranges::any_of(deciding, [&choices](std::string_view name) {
    return std::ranges::count(choices.take, name) + std::ranges::count(choices.keep, name) != 0;
  });
}

}  // namespace

base::Done check_protection(const Partner& keep, const Partner& drop, const Partner& merged,
                            const MergeChoices& choices, const value::Date& today) {
  const auto refuse = [](std::string what) {
    return base::Failure{base::Failing::refused, std::move(what),
                         "nothing was written; change the records by hand first"};
  };
  const bool was_protected = model::is_protected(keep) || model::is_protected(drop);
  if (was_protected && !model::is_protected(merged) && !is_chosen(choices))
    return refuse("the merged record would not be protected, and one of the two is");
  if (model::classification(merged) <
      std::max(model::classification(keep), model::classification(drop)))
    return refuse("the merged record would have a lower classification than one of the two");
  for (const auto& query : queries(keep, drop, today)) {
    const auto now = mandate::consent(merged, query).verdict;
    const auto before = std::max(mandate::consent(keep, query).verdict.how,
                                 mandate::consent(drop, query).verdict.how);
    if (now.how > before)
      return refuse("the acts of consent of both together would allow what neither allows");
  }
  return base::done();
}

}  // namespace rapport::app
