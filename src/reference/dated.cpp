#include "reference/dated.hpp"

#include <algorithm>

namespace rapport::reference {
namespace {

using model::Date;
using model::MembershipStatus;
using value::sure_after;
using value::sure_before;

/// How long after the end of its term a mandate is still renewed by the session that comes next.
constexpr int months_of_grace = 7;
constexpr std::uint32_t longest_term_years = 100;
/// The organisation that a State belongs to, too, if its row only says that it is a member.
constexpr std::string_view united_nations = "UN";

bool runs_out_before(const model::ResolutionRow& row, const model::MandateRow& mandate, Date on) {
  if (!mandate.term_years || mandate.term_years.is_unknown()) return false;
  const auto years = static_cast<int>(std::min(*mandate.term_years, longest_term_years));
  const auto days = years * 365 + months_of_grace * 30;
  return sure_after(on, value::plus_days(row.date, days));
}

Recorded recorded(value::Truth truth) {
  return truth == value::Truth::yes  ? Recorded::yes
         : truth == value::Truth::no ? Recorded::no
                                     : Recorded::maybe;
}

Membership from_row(const model::MembershipRow& row, Date on) {
  Membership answer{.row = &row};
  answer.known = recorded(value::within(on, row.since, row.until));
  const bool is_before = row.since && sure_before(on, row.since);
  if (is_before && row.earlier.is_yes()) answer.known = Recorded::not_recorded;
  if (row.status == MembershipStatus::former && !row.until && answer.known != Recorded::no)
    answer.known = Recorded::not_recorded;
  return answer;
}

/// Who left and joined again has a row for each time: one of them that says yes decides, and before
/// a no it decides that one of them does not know.
bool outweighs(const Membership& answer, const Membership& before) {
  const auto weight = [](Recorded known) {
    return known == Recorded::yes     ? 3
           : known == Recorded::maybe ? 2
           : known == Recorded::no    ? 0
                                      : 1;
  };
  if (before.row == nullptr) return true;
  // Of two that are over or not begun, the one that is over says more.
  if (answer.known == Recorded::no && before.known == Recorded::no) return !before.row->until;
  return weight(answer.known) >= weight(before.known);
}

/// A suspension has a row of its own beside the membership, which it does not end.
bool is_suspension(const model::MembershipRow& row) {
  return row.status == MembershipStatus::suspended;
}

/// Whether the row itself says that it held on that day, and not only how it stood later.
bool is_dated(const Membership& answer, Date on) {
  if (answer.row == nullptr) return false;
  return answer.row->since || answer.known == Recorded::no ||
         (answer.row->known_since && !sure_before(on, answer.row->known_since));
}

template <class Row>
Membership of(const ReferenceData& library, const Row* row, model::OrganisationCode code, Date on) {
  if (row == nullptr) return {};
  const auto* organisation = library.row(code);
  if (organisation == nullptr || organisation->membership == model::MembershipRecord::not_recorded)
    return {};
  Membership answer{.known = Recorded::no};
  const model::MembershipRow* suspended = nullptr;
  for (const auto& membership : row->memberships) {
    if (!(membership.organisation == code)) continue;
    const Membership one = from_row(membership, on);
    if (is_suspension(membership))
      suspended = one.known == Recorded::no ? suspended : &membership;
    else if (outweighs(one, answer))
      answer = one;
  }
  if constexpr (requires { row->un_status; })
    if (answer.row == nullptr && row->un_status == model::UnStatus::member &&
        library.codes().name(code.row()) == united_nations)
      answer.known = Recorded::yes;
  answer.suspended = suspended;
  answer.as_of = row->as_of;
  answer.at_record = answer.known != Recorded::not_recorded && !is_dated(answer, on) &&
                     row->as_of && sure_before(on, row->as_of);
  return answer;
}

}  // namespace

Membership membership(const ReferenceData& library, model::StateCode state,
                      model::OrganisationCode organisation, Date on) {
  return of(library, library.row(state), organisation, on);
}

Membership membership(const ReferenceData& library, model::TerritoryCode territory,
                      model::OrganisationCode organisation, Date on) {
  return of(library, library.row(territory), organisation, on);
}

namespace {

/// The first day: what the row says, else the resolution that established it, else the first known.
Date first_day(const model::MandateRow& mandate) {
  if (mandate.since) return mandate.since;
  for (const auto& resolution : mandate.resolutions)
    if (resolution.act == model::ResolutionAct::established) return resolution.date;
  return mandate.resolutions.empty() ? Date{} : mandate.resolutions[0].date;
}

}  // namespace

Activity activity(const model::MandateRow& mandate, Date on) {
  const Date since = first_day(mandate);
  if (since && sure_before(on, since)) return {.known = Recorded::no, .because = Inactive::not_yet};
  if (mandate.status == model::MandateStatus::dormant)
    return {.known = Recorded::no, .because = Inactive::dormant};
  if (mandate.until && sure_after(on, mandate.until))
    return {.known = Recorded::no,
            .because = mandate.merged_into ? Inactive::merged : Inactive::ended};
  Activity answer{.known = recorded(value::within(on, since, mandate.until))};
  if (!since || (mandate.status == model::MandateStatus::ended && !mandate.until))
    answer.known = Recorded::not_recorded;
  answer.unconfirmed = mandate.status == model::MandateStatus::active_unconfirmed;
  answer.renewal_unknown = resolution(mandate, on).renewal_unknown;
  answer.since = since;
  return answer;
}

Resolution resolution(const model::MandateRow& mandate, Date on) {
  Resolution answer;
  std::size_t at = 0;
  for (std::size_t i = 0; i < mandate.resolutions.size(); ++i)
    if (!sure_before(on, mandate.resolutions[i].date)) {
      answer.row = &mandate.resolutions[i];
      at = i;
    }
  if (answer.row == nullptr) return answer;
  const bool is_last = at + 1 == mandate.resolutions.size();
  if (!is_last) {
    answer.known =
        runs_out_before(*answer.row, mandate, on) ? Recorded::not_recorded : Recorded::yes;
  } else {
    answer.known = Recorded::yes;
    const Date due = !mandate.next_renewal       ? Date{}
                     : mandate.next_renewal->end ? mandate.next_renewal->end
                                                 : mandate.next_renewal->start;
    const bool is_open = !mandate.until;  // of a mandate that ended no renewal is due
    answer.renewal_unknown =
        is_open && (due ? sure_after(on, due) : runs_out_before(*answer.row, mandate, on));
  }
  // On a day within the month or year of its date, the one before may still have been in force.
  if (answer.known == Recorded::yes && value::before(on, answer.row->date) == value::Truth::maybe)
    answer.known = Recorded::maybe;
  for (const auto& how : answer.row->confirmed_by)
    answer.inferred = answer.row->confirmed_by.size() == 1 && how == model::ConfirmedBy::inferred;
  return answer;
}

namespace {

/// Until the day before its denunciation took effect; where that day is not recorded, only that it
/// is a party no longer.
Recorded party_on(const model::TreatyAction& action, Date as_of, Date on) {
  if (action.status == model::TreatyStatus::party)
    return recorded(value::within(on, action.date, {}));
  if (action.status != model::TreatyStatus::denounced) return Recorded::no;
  if (!action.ended) return as_of && sure_before(on, as_of) ? Recorded::not_recorded : Recorded::no;
  const value::Truth is_before = value::before(on, action.ended);
  if (is_before == value::Truth::no) return Recorded::no;
  if (!action.date) return Recorded::not_recorded;
  const Recorded since = recorded(value::within(on, action.date, {}));
  return since == Recorded::yes && is_before == value::Truth::maybe ? Recorded::maybe : since;
}

}  // namespace

TreatyAnswer treaty(const ReferenceData& library, model::StateCode state, model::TreatyCode code,
                    Date on) {
  TreatyAnswer answer;
  for (const Ratification& from : library.ratifications(state))
    for (const auto& action : from.row.treaties)
      if (action.treaty == code) {  // the office's row comes behind the shipped one
        answer.action = &action;
        answer.as_of = from.row.as_of;
        answer.origin = from.provenance.origin;
      }
  for (const auto& change : library.table<model::RatificationChange>())
    if (change.state == state && change.treaty == code && !sure_before(on, change.date))
      answer.remembered = &change;
  if (answer.action == nullptr) return answer;
  answer.ended = answer.action->ended;
  answer.party = party_on(*answer.action, answer.as_of, on);
  if (answer.party == Recorded::yes || answer.party == Recorded::maybe)
    answer.date = answer.action->date;
  return answer;
}

Invitation standing_invitation(const ReferenceData& library, model::StateCode state, Date on) {
  Invitation answer;
  for (const auto& row : library.table<model::StandingInvitationRow>()) {
    if (!(row.state == state)) continue;
    answer.row = &row;
    answer.known = !row.issued           ? Recorded::not_recorded
                   : row.issued.is_yes() ? recorded(value::within(on, row.since, {}))
                                         : Recorded::no;
  }
  return answer;
}

std::vector<const model::NhriRow*> nhris(const ReferenceData& library, model::StateCode state) {
  std::vector<const model::NhriRow*> found;
  for (const auto& row : library.table<model::NhriRow>())
    if (row.state == state) found.push_back(&row);
  return found;
}

}  // namespace rapport::reference
