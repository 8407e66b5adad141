// What design.md section 5 says of who may see whom, written down a second time from its words and
// not from the code: the gate is held against it, case by case.
#pragma once

#include "model/vocabulary.hpp"
#include "records.hpp"
#include "release/gate.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::tests {

using model::Audience;
using model::Use;
using release::Disclosure;

/// The rows of the section's table.
enum class Who {
  public_body,     // all audiences
  official,        // name and post, all audiences
  listed,          // all but state, de-facto, business
  office_only,     // without consent, nobody but the office
  national_staff,  // the same, and never in public
};

struct Partner {
  std::string_view id;
  Who who;
  std::string_view text;  // without classification and consent
};
std::span<const Partner> all_partners();

enum class Label { none, unclassified, confidential, strictly_confidential };
inline constexpr Label all_labels[] = {Label::none, Label::unclassified, Label::confidential,
                                       Label::strictly_confidential};
std::string_view line(Label label);  // of the record

std::vector<Audience> all_audiences();
bool is_hostile(Audience audience);  // those a listed organisation is kept from
bool is_public(Audience audience);

/// How the entry of a partner is shown when consent alone would allow `agreed`. Labels are
/// respected: what is marked confidential needs consent whatever the table says of its kind, and
/// what is marked strictly confidential does not leave the office.
Disclosure expected_entry(Who who, Label label, Audience audience, Disclosure agreed);

/// The record as text, with the label, and with an act for `use` to `audience` when there is one.
std::string record(const Partner& partner, Label label, Use use = Use::absent,
                   Audience audience = Audience::absent);

release::Purpose purpose(Audience audience, Use use = Use::share_contact);

}  // namespace rapport::tests

namespace rapport::release {

/// So that a failing check says which answer it got.
inline doctest::String toString(Disclosure how) {
  constexpr const char* words[] = {"withheld", "described", "initials", "full"};
  return words[static_cast<std::size_t>(how)];
}

}  // namespace rapport::release
