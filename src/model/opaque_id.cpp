#include "model/opaque_id.hpp"

namespace rapport::model {

std::string_view opaque_prefix(PartnerKind kind) {
  if (kind == PartnerKind::absent) return {};
  if (kind == PartnerKind::defender) return "hrd";
  if (kind == PartnerKind::cooperating_person) return "help";
  if (group_of(kind) == Group::defenders) return "grp";
  return default_form(kind) == Form::person ? "per" : std::string_view{};
}

bool is_opaque(std::string_view id) {
  constexpr std::string_view letters = "0123456789abcdefghjkmnpqrstvwxyz";
  const auto dash = id.rfind('-');
  if (dash == id.npos || dash == 0) return false;
  const auto drawn = id.substr(dash + 1);
  return drawn.size() >= 6 && drawn.size() <= 12 && drawn.find_first_not_of(letters) == drawn.npos;
}

}  // namespace rapport::model
