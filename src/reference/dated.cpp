#include "reference/dated.hpp"

#include <algorithm>

namespace rapport::reference {
namespace {

using model::Date;
using model::MembershipStatus;
using value::sure_after;
using value::sure_before;

/// How long after the end of its term a mandate is still renewed by the session that comes next.
constexpr int months_of_grace = 6;
constexpr std::uint32_t longest_term_years = 100;

bool runs_out_before(const model::ResolutionRow& row, const model::MandateRow& mandate, Date on) {
  if (!mandate.term_years || mandate.term_years.is_unknown()) return false;
  const auto years = static_cast<int>(std::min(*mandate.term_years, longest_term_years));
  const auto days = years * 365 + months_of_grace * 30;
  return sure_after(on, value::plus_days(row.date, days));
}

Membership from_row(const model::MembershipRow& row, Date on) {
  Membership answer{.row = &row};
  if (row.until && sure_after(on, row.until)) {
    answer.known = Recorded::no;
    return answer;
  }
  if (row.since && sure_before(on, row.since)) {
    answer.known = row.earlier.is_yes() ? Recorded::not_recorded : Recorded::no;
    return answer;
  }
  if (row.status == MembershipStatus::former && !row.until) return answer;
  answer.known = Recorded::yes;
  return answer;
}

/// Who left and joined again has a row for each time: one of them that says yes decides, and before
/// a no it decides that one of them does not know.
bool outweighs(const Membership& answer, const Membership& before) {
  const auto weight = [](Recorded known) {
    return known == Recorded::yes ? 2 : known == Recorded::not_recorded ? 1 : 0;
  };
  return before.row == nullptr || weight(answer.known) >= weight(before.known);
}

template <class Row>
Membership of(const ReferenceData& library, const Row* row, model::OrganisationCode code, Date on) {
  if (row == nullptr) return {};
  const auto* organisation = library.row(code);
  if (organisation == nullptr || organisation->membership == model::MembershipRecord::not_recorded)
    return {};
  Membership answer{.known = Recorded::no};
  for (const auto& membership : row->memberships)
    if (membership.organisation == code)
      if (const Membership one = from_row(membership, on); outweighs(one, answer)) answer = one;
  answer.as_of = row->as_of;
  const bool dated = answer.row != nullptr && (answer.row->since || answer.known == Recorded::no);
  answer.at_record =
      answer.known != Recorded::not_recorded && !dated && row->as_of && sure_before(on, row->as_of);
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

Activity activity(const model::MandateRow& mandate, Date on) {
  Activity answer{.known = Recorded::yes};
  const Date since = mandate.since                 ? mandate.since
                     : mandate.resolutions.empty() ? Date{}
                                                   : mandate.resolutions[0].date;
  if (since && sure_before(on, since)) return {.known = Recorded::no, .because = Inactive::not_yet};
  if (mandate.status == model::MandateStatus::dormant)
    return {.known = Recorded::no, .because = Inactive::dormant};
  if (mandate.until && sure_after(on, mandate.until))
    return {.known = Recorded::no,
            .because = mandate.merged_into ? Inactive::merged : Inactive::ended};
  if (!since) answer.known = Recorded::not_recorded;
  answer.unconfirmed = mandate.status == model::MandateStatus::active_unconfirmed;
  answer.renewal_unknown = resolution(mandate, on).renewal_unknown;
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
    answer.renewal_unknown = due ? sure_after(on, due) : runs_out_before(*answer.row, mandate, on);
  }
  for (const auto& how : answer.row->confirmed_by)
    answer.inferred = answer.row->confirmed_by.size() == 1 && how == model::ConfirmedBy::inferred;
  return answer;
}

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
  const model::TreatyAction& action = *answer.action;
  if (action.status == model::TreatyStatus::party) {
    answer.party = action.date && sure_before(on, action.date) ? Recorded::no : Recorded::yes;
    if (answer.party == Recorded::yes) answer.date = action.date;
  } else if (action.status == model::TreatyStatus::denounced) {
    // When it was a party is not recorded, only that it is one no longer.
    answer.party =
        answer.as_of && sure_before(on, answer.as_of) ? Recorded::not_recorded : Recorded::no;
  } else {
    answer.party = Recorded::no;
  }
  return answer;
}

Invitation standing_invitation(const ReferenceData& library, model::StateCode state, Date on) {
  Invitation answer;
  for (const auto& row : library.table<model::StandingInvitationRow>()) {
    if (!(row.state == state)) continue;
    answer.row = &row;
    const bool later = row.issued.is_yes() && row.since && sure_before(on, row.since);
    answer.known = !row.issued                     ? Recorded::not_recorded
                   : row.issued.is_yes() && !later ? Recorded::yes
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
