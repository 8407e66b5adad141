// How somebody is spoken of when the name may not be printed, and whom an addressee stands for.
#pragma once

#include "model/engagement.hpp"
#include "model/partner.hpp"

#include <string>
#include <string_view>

namespace rapport::release {

/// "L.E.R." of "Lucía Ejemplo Ramírez"; empty when they would say the whole name, as of "李 明".
std::string initials(std::string_view name);

/// Of whom nothing is said.
inline constexpr std::string_view unnamed = "a person known to the mandate";

/// "a woman human rights defender"; says nothing but kind and gender.
std::string_view description(const model::Partner& partner);

/// A case happened in that State, or it is not said where.
bool is_concerned(value::StateCode state, const model::Engagement* matter);

/// The audience that a letter to this partner reaches, or whom they are when they are met. With a
/// case, only the States it happened in are the State concerned.
model::Audience audience_of(const model::Partner& addressee, const model::Engagement* matter);

}  // namespace rapport::release
