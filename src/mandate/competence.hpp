// Who is competent for an area on a day: the presence of the United Nations that is asked for its
// comments, the regional mechanisms, the country mandates, the mission that receives letters.
#pragma once

#include "model/partner.hpp"
#include "reference/dated.hpp"

#include <span>
#include <vector>

namespace rapport::mandate {

struct Area {
  model::StateCode state;
  model::TerritoryCode territory = {};  // where no State is meant
};

/// Which presence comes first: the nearest to the ground.
enum class Tier : std::uint8_t { country_office, mission_component, adviser, regional_office };

struct CompetentPresence {
  value::RowId id;
  const model::PresenceRow* row = nullptr;
  Tier tier = Tier::country_office;
  bool to_check = false;       // its status or something of the row is uncertain, or the row is old
  bool may_be_absent = false;  // seen on other days only, or the day is within an imprecise date
};

/// `known` is never no: not every presence is recorded, above all not every adviser.
struct Presences {
  reference::Recorded known = reference::Recorded::not_recorded;
  std::vector<CompetentPresence> ranked;  // the first is the competent one
  std::vector<const model::PresenceRow*> planned;
};

Presences presences(const reference::ReferenceData&, Area, model::Date on);

enum class MechanismReason : std::uint8_t {
  member,          // by membership
  special_status,  // the State does not take part, or its exit is contested
  monitored,       // no member, but still monitored
  third_country,   // the mechanism works in States outside its organisation
  listed,          // named as a party
  perhaps_party,   // a member; which members are parties is not recorded
  party,           // of its treaty, on that day
};

struct CompetentMechanism {
  value::RowId id;
  const model::MechanismRow* row = nullptr;
  MechanismReason reason = MechanismReason::member;
  reference::Membership membership;
  const model::DatedState* party = nullptr;
  bool is_unsure = false;  // the day lies within an imprecise date
};

/// Those that protect defenders first, then related ones, then those that give context; each
/// mechanism after the one it is part of. Those that are certainly not competent are left out.
std::vector<CompetentMechanism> mechanisms(const reference::ReferenceData&, Area, model::Date on);

struct CountryMandate {
  value::RowId id;
  const model::MandateRow* row = nullptr;
  reference::Activity activity;
  bool by_address = false;  // not about this State, but letters on its situation go there
};

/// `known` is no when the data of that day have none, and not_recorded for days before them: a
/// country mandate that ended earlier has no row.
struct CountryMandates {
  reference::Recorded known = reference::Recorded::not_recorded;
  std::vector<CountryMandate> mandates;
  std::vector<CountryMandate> dormant;  // established, and nobody holds it
  model::Date as_of;
};

CountryMandates country_mandates(const reference::ReferenceData&, model::StateCode, model::Date on);

enum class Receives : std::uint8_t { nobody, geneva_mission, other_mission, government };

struct Recipient {
  Receives as = Receives::nobody;
  std::uint32_t record = 0;  // its index in the dataset, unless nobody
};

/// Who receives a letter to a State: its mission in Geneva, else another mission (New York), else a
/// national ministry for foreign affairs that the office knows.
Recipient recipient(std::span<const model::Partner* const> partners, model::StateCode);

}  // namespace rapport::mandate
