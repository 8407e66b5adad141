// The mandates that signed a letter, or that agreed to sign it.
#pragma once

#include "model/engagement.hpp"

#include <vector>

namespace rapport::query {

/// The lead first, then in the order of the record. Of a letter that was sent, who signed it; of a
/// draft, who agreed so far.
std::vector<value::MandateCode> signatures(const model::Communication& letter);
/// The same of a letter, a statement or a case.
std::vector<value::MandateCode> signatures(const model::Engagement& engagement);

}  // namespace rapport::query
