// The words of verdicts: how much of something may leave the office, and why. They have no text
// here: a command or a template words them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace rapport::model {

enum class Disclosure : std::uint8_t { withheld, described, initials, full };

enum class Reason : std::uint8_t {
  absent,
  office_sees_all,
  public_body,    // bodies of States, the UN, regions, NHRIs, companies, universities, media
  official_post,  // name and post of an official are public
  listed,         // they publish themselves
  open_value,     // says nothing of anybody
  consent,        // an act that holds
  no_consent,     // nothing was ever said for this use and audience
  consent_refused,
  consent_withdrawn,
  consent_narrowed,
  consent_expired,
  consent_other_case,  // given, but for another case
  consent_other_state,
  consent_not_yet,  // given later than the day asked for
  consent_older_than_facts,
  consent_no_name,  // given for everything but the name
  classification,
  closed_engagement,
  not_published,  // a letter before it is public
  source,         // who told us never leaves the office
  office_only,
  never_channel,
  compromised_channel,
  out_of_reach,  // of somebody detained, disappeared, killed or dead
  personal_channel,
  channel_not_published,  // of a body that was not asked, and they did not publish it
  not_part_of_this_use,   // a number is not for what a name is given for
  national_staff,
  kept_separate,    // States and civil society never stand in one list outside the office
  kept_apart,       // from somebody of the same list, by keep_apart or as an alleged perpetrator
  other_addressee,  // consent does not cover every addressee of the case
  sealed,
};
inline constexpr std::size_t reason_count = static_cast<std::size_t>(Reason::sealed) + 1;

struct Verdict {
  Disclosure how = Disclosure::withheld;
  Reason reason = Reason::no_consent;

  bool shows() const { return how != Disclosure::withheld; }
  friend bool operator==(const Verdict&, const Verdict&) = default;
};

}  // namespace rapport::model
