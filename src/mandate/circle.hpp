// The circles of partners of a mandate: whom contact lists group together, and whom a visit should
// not leave out.
#pragma once

#include "model/partner.hpp"
#include "value/code.hpp"

namespace rapport::mandate {

/// The one circle a partner is listed under.
model::Circle circle_of(const model::Partner& partner);

/// Whether the partner belongs to that circle, its own or a further one: a woman defender is both
/// in the defenders' and in the women defenders', an EU delegation is regional and diplomatic.
bool is_in_circle(const model::Partner& partner, model::Circle circle, const value::Codes& codes);

}  // namespace rapport::mandate
