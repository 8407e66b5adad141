// What the reference data answers for one day: yes, no, maybe, or not recorded. What is missing is
// never taken for a no, and a day within a date that is imprecise never for a yes.
#pragma once

#include "reference/reference_data.hpp"

namespace rapport::reference {

/// `maybe`: the day lies within a month or year of which the day is not recorded.
enum class Recorded : std::uint8_t { not_recorded, no, maybe, yes };

/// `at_record`: the data say how it stood on `as_of` only; whether it already stood so on the day
/// asked for, which is earlier, is not recorded.
struct Membership {
  Recorded known = Recorded::not_recorded;
  bool at_record = false;
  model::Date as_of = {};
  const model::MembershipRow* row = nullptr;        // null: there is none with this organisation
  const model::MembershipRow* suspended = nullptr;  // it took no part on that day
};

Membership membership(const ReferenceData&, model::StateCode, model::OrganisationCode,
                      model::Date on);
Membership membership(const ReferenceData&, model::TerritoryCode, model::OrganisationCode,
                      model::Date on);

enum class Inactive : std::uint8_t { none, not_yet, ended, merged, dormant };

struct Activity {
  Recorded known = Recorded::not_recorded;
  Inactive because = Inactive::none;
  bool unconfirmed = false;      // its last renewal is not confirmed
  bool renewal_unknown = false;  // a renewal was due before that day, and is not recorded
  model::Date since = {};        // its first day, as precisely as is recorded
};

/// Whether a mandate was active.
Activity activity(const model::MandateRow&, model::Date on);

/// The resolution under which a mandate acted. `row` is the last one known before that day;
/// not_recorded: a later one, which is not recorded, may have been in force.
struct Resolution {
  Recorded known = Recorded::not_recorded;
  const model::ResolutionRow* row = nullptr;
  bool renewal_unknown = false;
  bool inferred = false;  // what shows that it renewed the mandate is its place in the series only
};

Resolution resolution(const model::MandateRow&, model::Date on);

/// Whether a State was party to a treaty. A change that is only remembered is given and not
/// applied.
struct TreatyAnswer {
  Recorded party = Recorded::not_recorded;
  model::Date date = {};   // since when, where it is or may be a party and that is recorded
  model::Date ended = {};  // when its denunciation took effect, where that is recorded
  const model::TreatyAction* action = nullptr;
  const model::RatificationChange* remembered = nullptr;
  model::Date as_of = {};
  Origin origin = Origin::shipped;
};

TreatyAnswer treaty(const ReferenceData&, model::StateCode, model::TreatyCode, model::Date on);

struct Invitation {
  Recorded known = Recorded::not_recorded;
  const model::StandingInvitationRow* row = nullptr;
};

Invitation standing_invitation(const ReferenceData&, model::StateCode, model::Date on);

/// The national human rights institutions of a State; none recorded is not that it has none.
std::vector<const model::NhriRow*> nhris(const ReferenceData&, model::StateCode);

}  // namespace rapport::reference
