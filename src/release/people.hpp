// Everybody a letter speaks of, and whether they agreed to that: for the office's own check sheet.
#pragma once

#include "release/gate.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::release {

/// An alleged victim of a letter, or a partner whose name stands in its text. Ids and codes, and
/// of who has no record the letter's own words.
struct LetterPerson {
  std::string key = {};      // of the alleged victim; empty for who is only named in the text
  std::string partner = {};  // its id; empty for who has no record
  Verdict verdict = {};      // of today; where the letter was sent, of that day
  Verdict today = {};
  std::string act = {};  // the key of the act of consent that decided
  value::Date given = {};
  value::Date until = {};
  bool may_be_published = false;  // with the name, as letters become public
  bool is_source = false;
  bool is_strictly_confidential = false;
  std::string text = {};  // who has no record, and why they appear so
  std::string because = {};

  /// The letter may speak of them as it does: `consent_no_name` is consent to that and no more, and
  /// who has no record may be described, not named. A name typed out is there in full, and that of
  /// a source needs a consent of its own, however public they are.
  bool agreed_to(const Verdict& answer) const {
    if (answer.reason == Reason::open_value) return answer.how != Disclosure::full;
    if (key.empty())
      return answer.how == Disclosure::full && (!is_source || answer.reason == Reason::consent);
    return answer.shows() || answer.reason == Reason::consent_no_name;
  }
  bool agreed() const { return agreed_to(verdict); }
  bool agrees_today() const { return agreed_to(today); }
  /// They allow less than on the day the letter was sent.
  bool got_worse() const { return today.how < verdict.how || (agreed() && !agrees_today()); }
};

/// The alleged victims first; public bodies and officials are left out. `gate` is that of the
/// letter: its purpose is the addressee. (Declared with the gate, whose friend it is.)
std::vector<LetterPerson> people_of_letter(const Gate& gate, std::string_view letter);

}  // namespace rapport::release
