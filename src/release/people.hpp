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
  Verdict verdict = {};
  std::string act = {};  // the key of the act of consent that decided
  value::Date given = {};
  value::Date until = {};
  bool may_be_published = false;  // with the name, as letters become public
  bool is_source = false;
  std::string text = {};  // who has no record, and why they appear so
  std::string because = {};

  /// The letter may speak of them as it does: `consent_no_name` is consent to that and no more, and
  /// who has no record may be described, not named.
  bool agreed() const {
    if (verdict.reason == Reason::open_value) return verdict.how != How::full;
    return verdict.shows() || verdict.reason == Reason::consent_no_name;
  }
};

/// The alleged victims first; public bodies and officials are left out. `gate` is that of the
/// letter: its purpose is the addressee. (Declared with the gate, whose friend it is.)
std::vector<LetterPerson> people_of_letter(const Gate& gate, std::string_view letter);

}  // namespace rapport::release
