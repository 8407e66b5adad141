#include "mandate/visit.hpp"

#include "mandate/attendance.hpp"
#include "model/dataset.hpp"

#include <algorithm>

namespace rapport::mandate {

using model::Engagement;

bool stayed_away(const model::Participation& part) { return attended(part) == value::Truth::no; }

bool is_of_state(const model::Partner* partner, model::StateCode state) {
  return state && partner != nullptr && partner->group() == model::Group::states &&
         partner->country == state;
}

bool exists(const Engagement& record, const Engagement& visit) {
  return (visit.country && record.country == visit.country) ||
         (visit.territory && record.territory == visit.territory);
}

bool is_related(const model::Dataset& data, const Engagement& visit, const Engagement& record) {
  return std::ranges::any_of(
      visit.related, [&](const value::Ref& ref) { return data.engagement(ref) == &record; });
}

}  // namespace rapport::mandate
