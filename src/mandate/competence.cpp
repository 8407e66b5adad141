#include "mandate/competence.hpp"

#include "base/unicode.hpp"

#include <algorithm>

namespace rapport::mandate {
namespace {

using model::Date;
using model::PresenceKind;
using model::PresenceStatus;
using reference::Recorded;
using reference::ReferenceData;
using value::CodeSet;
using value::sure_after;
using value::sure_before;

/// A row about a presence that is older than this is to be checked: they open and close.
constexpr int days_of_trust = 2 * 365;

template <class List, class Code>
bool has_code(const List& list, const Code& code) {
  return code && std::ranges::find(list, code) != list.end();
}

/// Nothing for a training centre, which has no mandate to work on cases.
bool tier_of(PresenceKind kind, Tier& tier) {
  switch (kind) {
    case PresenceKind::country_office:
    case PresenceKind::monitoring_mission:
    case PresenceKind::field_structure:
    case PresenceKind::other_presence:
      tier = Tier::country_office;
      return true;
    case PresenceKind::peace_mission_component:
      tier = Tier::mission_component;
      return true;
    case PresenceKind::human_rights_adviser:
      tier = Tier::adviser;
      return true;
    case PresenceKind::regional_office:
    case PresenceKind::regional_centre:
      tier = Tier::regional_office;
      return true;
    case PresenceKind::training_centre:
    case PresenceKind::absent:
      break;
  }
  return false;
}

bool is_open(const ReferenceData& library, const model::PresenceRow& row, Date on) {
  if (value::within(on, row.since, row.until) == value::Truth::no) return false;
  if (row.status == PresenceStatus::closed && !row.until) return false;
  if (!row.mission) return true;
  return std::ranges::none_of(library.table<model::EndedMissionRow>(), [&](const auto& mission) {
    return mission.code.str() == row.mission.str() && mission.until &&
           sure_after(on, mission.until);
  });
}

const model::DatedState* find_dated(const model::List<model::DatedState>& list,
                                    model::StateCode state, Date on) {
  const model::DatedState* best = nullptr;
  for (const auto& each : list) {
    if (!(each.state == state) || !state) continue;
    const auto known = value::within(on, each.since, each.until);
    if (known == value::Truth::yes) return &each;
    if (known == value::Truth::maybe) best = &each;
  }
  return best;
}

bool covers(const model::PresenceRow& row, Area area, Date on) {
  return has_code(row.covers, area.state) || has_code(row.territories, area.territory) ||
         find_dated(row.covered, area.state, on) != nullptr;
}

/// On a day other than those it was seen on, or within the month or year of its beginning or end.
bool may_be_absent(const model::PresenceRow& row, Date on) {
  const auto is_seen = [&](const Date& day) {
    return value::before(on, day) != value::Truth::yes &&
           value::after(on, day) != value::Truth::yes;
  };
  if (row.seen && std::ranges::none_of(row.seen, is_seen)) return true;
  return value::within(on, row.since, row.until) == value::Truth::maybe;
}

bool to_check(const model::PresenceRow& row, Area area, Date on) {
  if (!has_code(row.covers, area.state) && !has_code(row.territories, area.territory)) return true;
  if (row.status == PresenceStatus::uncertain || !row.unverified.empty() || !row.as_of) return true;
  const int age = value::days_between(row.as_of, on);
  // Before the day of the record it was there if it is known since when.
  return age > days_of_trust || (age < -days_of_trust && !row.since);
}

/// Why a member-States mechanism is competent; nothing when it is not.
bool by_membership(const model::MechanismCompetence& competence, Area area,
                   CompetentMechanism& found) {
  if (has_code(competence.except, area.state)) return false;
  const auto* row = found.membership.row;
  if (found.membership.known == Recorded::no || row == nullptr) {
    found.reason = MechanismReason::monitored;
    return has_code(competence.also, area.state);
  }
  if (row->status == model::MembershipStatus::member ||
      row->status == model::MembershipStatus::former)
    return true;
  found.reason = MechanismReason::special_status;
  return std::ranges::any_of(competence.statuses,
                             [&](const auto& status) { return status == *row->status; });
}

/// Which of an office's own States are parties the shipped data cannot know.
bool may_be_party(const ReferenceData& library, Area area, const CompetentMechanism& found) {
  const auto* row = area.state ? library.row(area.state) : nullptr;
  return row != nullptr && found.membership.row != nullptr &&
         found.membership.known != Recorded::no &&
         library.table<model::StateRow>().of(*row).origin == reference::Origin::office;
}

bool is_competent(const ReferenceData& library, Area area, CompetentMechanism& found, Date on) {
  const model::MechanismCompetence& competence = *found.row->competence;
  found.is_unsure = found.membership.known == Recorded::maybe;
  switch (*competence.scope) {
    case model::MechanismReach::member_states:
      return by_membership(competence, area, found);
    case model::MechanismReach::third_countries:
      found.reason = MechanismReason::third_country;
      return area.state && (found.membership.known == Recorded::no || found.is_unsure);
    case model::MechanismReach::parties_only:
      found.reason = MechanismReason::perhaps_party;
      return found.membership.row != nullptr && found.membership.known != Recorded::no;
    case model::MechanismReach::listed_states:
      found.reason = MechanismReason::listed;
      return has_code(competence.states, area.state);
    case model::MechanismReach::parties:
      found.reason = MechanismReason::party;
      found.party = find_dated(competence.parties, area.state, on);
      found.is_unsure =
          found.party != nullptr &&
          value::within(on, found.party->since, found.party->until) != value::Truth::yes;
      if (found.party != nullptr) return true;
      found.reason = MechanismReason::perhaps_party;
      return may_be_party(library, area, found);
    case model::MechanismReach::absent:
      break;
  }
  return false;
}

bool mentions(const model::Partner& partner, std::string_view folded_word) {
  const auto has = [&](const model::Text& text) {
    const std::string folded = base::fold(text.str());
    const auto words = base::words(folded);
    return std::ranges::find(words, folded_word) != words.end();
  };
  return has(partner.name) || std::ranges::any_of(partner.areas, has);
}

bool is_in_geneva(const model::Partner& partner) {
  return mentions(partner, "geneva") || mentions(partner, "geneve") || mentions(partner, "ginebra");
}

bool is_foreign_ministry(const model::Partner& partner) {
  return partner.kind == model::PartnerKind::government &&
         (mentions(partner, "foreign") || mentions(partner, "etrangeres") ||
          mentions(partner, "exteriores"));
}

}  // namespace

Presences presences(const ReferenceData& library, Area area, Date on) {
  Presences answer;
  const auto& table = library.table<model::PresenceRow>();
  for (const auto& row : table) {
    if (!covers(row, area, on)) continue;
    CompetentPresence found{.id = {}, .row = &row};
    if (!tier_of(*row.kind, found.tier) || !is_open(library, row, on)) continue;
    if (row.status == PresenceStatus::planned) {
      answer.planned.push_back(&row);
      continue;
    }
    found.id = {CodeSet::presence, static_cast<std::uint16_t>(&row - table.begin() + 1)};
    found.to_check = to_check(row, area, on);
    found.may_be_absent = may_be_absent(row, on);
    answer.ranked.push_back(found);
  }
  // An office that may not be there comes after one that is.
  std::ranges::stable_sort(answer.ranked, {}, [](const CompetentPresence& found) {
    const bool is_uncertain = found.may_be_absent || found.row->status == PresenceStatus::uncertain;
    return std::pair{is_uncertain, found.tier};
  });
  answer.known = answer.ranked.empty() ? Recorded::not_recorded : Recorded::yes;
  return answer;
}

std::vector<CompetentMechanism> mechanisms(const ReferenceData& library, Area area, Date on) {
  std::vector<CompetentMechanism> answer;
  const auto& table = library.table<model::MechanismRow>();
  for (const auto& row : table) {
    if (!row.competence || (row.since && sure_before(on, row.since)) ||
        (row.until && sure_after(on, row.until)))
      continue;
    CompetentMechanism found{
        .id = {CodeSet::mechanism, static_cast<std::uint16_t>(&row - table.begin() + 1)},
        .row = &row,
        .reason = MechanismReason::member,
        .membership =
            area.state
                ? reference::membership(library, area.state, row.competence->membership, on)
                : reference::membership(library, area.territory, row.competence->membership, on)};
    if (is_competent(library, area, found, on)) answer.push_back(found);
  }
  std::ranges::stable_sort(answer, {}, [](const auto& found) { return *found.row->relevance; });
  return answer;
}

CountryMandates country_mandates(const ReferenceData& library, model::StateCode state, Date on) {
  CountryMandates answer;
  const auto& table = library.table<model::MandateRow>();
  for (const auto& row : table) {
    if (row.scope != model::MandateScope::country) continue;
    const bool about = has_code(row.countries, state);
    if (!about && !has_code(row.also_addressed, state)) continue;
    const auto activity = reference::activity(row, on);
    const bool is_dormant = activity.because == reference::Inactive::dormant;
    if (activity.known == Recorded::no && !is_dormant) continue;
    auto& list = is_dormant ? answer.dormant : answer.mandates;
    list.push_back({.id = {CodeSet::mandate, static_cast<std::uint16_t>(&row - table.begin() + 1)},
                    .row = &row,
                    .activity = activity,
                    .by_address = !about});
  }
  if (!table.rows.empty()) answer.as_of = table.rows[0].as_of;
  if (!answer.mandates.empty())
    answer.known = Recorded::yes;
  else if (answer.as_of && !sure_before(on, answer.as_of))
    answer.known = Recorded::no;
  return answer;
}

Recipient recipient(std::span<const model::Partner* const> partners, model::StateCode state) {
  Recipient best;
  const auto offer = [&](Receives as, const model::Partner* partner) {
    if (best.as == Receives::nobody || as < best.as) best = {as, partner->head.index};
  };
  for (const model::Partner* partner : partners) {
    if (!(partner->country == state) || !state) continue;
    if (partner->kind == model::PartnerKind::permanent_mission)
      offer(is_in_geneva(*partner) ? Receives::geneva_mission : Receives::other_mission, partner);
    else if (is_foreign_ministry(*partner))
      offer(Receives::government, partner);
  }
  return best;
}

}  // namespace rapport::mandate
