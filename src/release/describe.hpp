// How somebody is spoken of when the name may not be printed, and whom an addressee stands for.
#pragma once

#include "model/partner.hpp"

#include <string>
#include <string_view>

namespace rapport::release {

/// "L.E.R." of "Lucía Ejemplo Ramírez".
std::string initials(std::string_view name);

/// "a woman human rights defender"; says nothing but kind and gender.
std::string_view description(const model::Partner& partner);

/// The audience that a letter to this partner reaches.
model::Audience audience_of(const model::Partner& addressee);

}  // namespace rapport::release
