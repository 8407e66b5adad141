#include "reference/fill.hpp"

#include "reference/names.hpp"

#include <algorithm>

namespace rapport::reference {
namespace {

using model::Competence;
using model::List;
using model::StateCode;
using value::CodeSet;

bool contains(const List<StateCode>& list, StateCode code) {
  return std::ranges::find(list, code) != list.end();
}

/// The same States with the place of the partner's own file: theirs is one in the reference data.
List<StateCode> placed(const List<StateCode>& states, base::Arena& arena, std::uint32_t place) {
  if (!states) return {};
  const auto kept = arena.take<StateCode>(states.size());
  std::ranges::transform(states, kept.begin(),
                         [place](const StateCode& code) { return StateCode(code.index(), place); });
  return {kept, place};
}

/// Membership says it in one word, unless the mechanism is not competent for some members: then
/// the States are named one by one, as of the date of the data.
void fill_members(Competence& competence, const model::MechanismCompetence& from,
                  const ReferenceData& library, base::Arena& arena, std::uint32_t place) {
  if (from.except.empty()) {
    competence.memberships = {arena.take<model::OrganisationCode>(1), place};
    competence.memberships.begin()[0] = {from.membership.index(), place};
    competence.states = placed(from.also, arena, place);
    return;
  }
  std::vector<StateCode> states;
  const auto& table = library.table<model::StateRow>();
  for (const auto& row : table) {
    const StateCode code(static_cast<std::uint16_t>(&row - table.begin() + 1), place);
    const bool member = std::ranges::any_of(row.memberships, [&](const auto& membership) {
      return membership.organisation == from.membership && !membership.until &&
             membership.status == model::MembershipStatus::member;
    });
    if ((member && !contains(from.except, code)) || contains(from.also, code))
      states.push_back(code);
  }
  const auto kept = arena.take<StateCode>(states.size());
  std::ranges::copy(states, kept.begin());
  competence.states = {kept, place};
}

/// The States of today: those whose time is over are none.
List<StateCode> with_dated(const List<StateCode>& states, const List<model::DatedState>& dated,
                           base::Arena& arena, std::uint32_t place) {
  std::vector<StateCode> all;
  for (const auto& state : states) all.push_back(StateCode(state.index(), place));
  for (const auto& one : dated)
    if (!one.until) all.push_back(StateCode(one.state.index(), place));
  if (all.empty()) return {};
  const auto kept = arena.take<StateCode>(all.size());
  std::ranges::copy(all, kept.begin());
  return {kept, place};
}

void fill_mechanism(Competence& competence, const model::MechanismRow& row,
                    const ReferenceData& library, base::Arena& arena, std::uint32_t place) {
  competence.since = row.since.at(place);
  competence.until = row.until.at(place);
  if (!row.competence) return;
  if (row.competence->scope == model::MechanismReach::listed_states)
    competence.states = placed(row.competence->states, arena, place);
  if (row.competence->scope == model::MechanismReach::parties)
    competence.states = with_dated({}, row.competence->parties, arena, place);
  if (row.competence->scope == model::MechanismReach::member_states)
    fill_members(competence, *row.competence, library, arena, place);
}

Competence competence_of(const ReferenceData& library, value::RowId id, base::Arena& arena,
                         std::uint32_t place) {
  Competence competence;
  if (id.set == CodeSet::mechanism) {
    if (const auto* row = library.at<model::MechanismRow>(id.index))
      fill_mechanism(competence, *row, library, arena, place);
  } else if (id.set == CodeSet::presence) {
    if (const auto* row = library.at<model::PresenceRow>(id.index))
      competence = {with_dated(row->covers, row->covered, arena, place),
                    {},
                    row->since.at(place),
                    row->until.at(place)};
  } else if (id.set == CodeSet::agency) {
    if (const auto* row = library.at<model::AgencyRow>(id.index))
      competence.states = placed(row->covers, arena, place);
  } else if (id.set == CodeSet::mandate) {
    if (const auto* row = library.at<model::MandateRow>(id.index))
      competence = {
          placed(row->countries, arena, place), {}, row->since.at(place), row->until.at(place)};
  }
  return competence;
}

}  // namespace

void fill(model::Partner& partner, const ReferenceData& library, base::Arena& arena) {
  if (!partner.listed_as) return;
  const value::RowId id = partner.listed_as.row();
  const std::uint32_t place = partner.listed_as.offset();
  if (!partner.name) {
    const auto text = name(library, id, Language::en).text.view(arena);
    if (!text.empty()) partner.name = {text, yaml::Style::plain, place, value::Origin::reference};
  }
  if (!partner.country && id.set == CodeSet::presence)
    if (const auto* row = library.at<model::PresenceRow>(id.index);
        row != nullptr && row->host_state)
      partner.country = {row->host_state.index(), place};
  if (partner.competence) return;
  const Competence competence = competence_of(library, id, arena, place);
  if (!competence.states && !competence.memberships) return;
  partner.competence = {arena.take<Competence>(1), place};
  partner.competence.begin()[0] = competence;
}

}  // namespace rapport::reference
