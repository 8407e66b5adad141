// What belongs to a visit: records and partners of its State, and who took part in something.
#pragma once

#include "model/engagement.hpp"
#include "model/partner.hpp"

namespace rapport::model {
class Dataset;
}

namespace rapport::mandate {

/// Invited and did not come.
bool stayed_away(const model::Participation& part);

/// The State's own, in the capital and abroad.
bool is_of_state(const model::Partner* partner, model::StateCode state);

/// In or about the State or territory of the visit.
bool exists(const model::Engagement& record, const model::Engagement& visit);

/// The visit names it as related.
bool is_related(const model::Dataset&, const model::Engagement& visit,
                const model::Engagement& record);

}  // namespace rapport::mandate
