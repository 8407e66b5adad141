// Each kind of reference row: which shipped file holds it, which list of a file, which codes.
#pragma once

#include "model/reference.hpp"
#include "yaml/tree.hpp"

#include <string_view>

namespace rapport::reference {

template <class T>
struct Kind {
  std::string_view file;  // the shipped file, without ".yaml"
  model::List<T> model::ReferenceFile::*rows;
  value::CodeSet set = value::CodeSet::absent;  // absent: nothing else refers to its rows
};

template <class T>
constexpr Kind<T> kind_of();

template <>
constexpr Kind<model::RegionalGroupRow> kind_of() {
  return {"regions", &model::ReferenceFile::regional_groups};
}
template <>
constexpr Kind<model::RegionRow> kind_of() {
  return {"regions", &model::ReferenceFile::regions};
}
template <>
constexpr Kind<model::OrganisationRow> kind_of() {
  return {"organisations", &model::ReferenceFile::organisations, value::CodeSet::organisation};
}
template <>
constexpr Kind<model::StateRow> kind_of() {
  return {"states", &model::ReferenceFile::states, value::CodeSet::state};
}
template <>
constexpr Kind<model::TerritoryRow> kind_of() {
  return {"territories", &model::ReferenceFile::territories, value::CodeSet::territory};
}
template <>
constexpr Kind<model::MandateRow> kind_of() {
  return {"mandates", &model::ReferenceFile::mandates, value::CodeSet::mandate};
}
template <>
constexpr Kind<model::ThemeCategoryRow> kind_of() {
  return {"themes", &model::ReferenceFile::theme_categories};
}
template <>
constexpr Kind<model::ThemeRow> kind_of() {
  return {"themes", &model::ReferenceFile::themes, value::CodeSet::theme};
}
template <>
constexpr Kind<model::MechanismRow> kind_of() {
  return {"mechanisms", &model::ReferenceFile::mechanisms, value::CodeSet::mechanism};
}
template <>
constexpr Kind<model::PresenceRow> kind_of() {
  return {"presences", &model::ReferenceFile::presences, value::CodeSet::presence};
}
template <>
constexpr Kind<model::EndedMissionRow> kind_of() {
  return {"presences", &model::ReferenceFile::ended_missions};
}
template <>
constexpr Kind<model::AgencyRow> kind_of() {
  return {"agencies", &model::ReferenceFile::agencies, value::CodeSet::agency};
}
template <>
constexpr Kind<model::InstrumentRow> kind_of() {
  return {"instruments", &model::ReferenceFile::instruments, value::CodeSet::instrument};
}
template <>
constexpr Kind<model::RatificationRow> kind_of() {
  return {"ratifications", &model::ReferenceFile::ratifications};
}
template <>
constexpr Kind<model::RatificationChange> kind_of() {
  return {"ratification_changes", &model::ReferenceFile::ratification_changes};
}
template <>
constexpr Kind<model::StandingInvitationRow> kind_of() {
  return {"states", &model::ReferenceFile::standing_invitations};
}
template <>
constexpr Kind<model::NhriRow> kind_of() {
  return {"states", &model::ReferenceFile::nhris};
}

/// Adds the codes that the rows of a file define, in their order.
void add_codes(std::string_view text, const yaml::Tree& tree, base::Arena& arena,
               value::Codes& codes);

/// The set and code of the row whose first key stands at `offset`; absent when there is none.
struct RowCode {
  value::CodeSet set = value::CodeSet::absent;
  std::string_view code;
};
RowCode code_of_row(std::string_view text, const yaml::Tree& tree, base::Arena& arena,
                    std::uint32_t offset);

/// The same for a shipped file, by its lines alone: records need the codes, and rarely the rows.
void add_shipped_codes(std::string_view text, value::Codes& codes);

}  // namespace rapport::reference
