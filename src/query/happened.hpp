// Whether an engagement took place, and who took part, as far as its record tells.
#pragma once

#include "query/context.hpp"
#include "query/period.hpp"

#include <vector>

namespace rapport::query {

/// A held one counts, and a letter that was sent; both up to today.
bool happened(const model::Engagement& engagement, value::Date today);

struct Part {
  const value::Ref* partner;
  value::Truth took;  // maybe: invited or planned, and nothing says how it ended
  Period when;
  bool told = false;       // of their experiences or needs: a source, whom only the office knows
  bool is_listed = false;  // among the partners of the record
};

/// Who took part or is to take part: partners, those met in the programme of a visit, the addressee
/// of a letter and the mandates that sign it, and those who told their experiences and needs. Not
/// who declined or stayed away.
std::vector<Part> parts(const model::Engagement& engagement, const Context& context);

}  // namespace rapport::query
