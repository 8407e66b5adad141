// What a person's acts of consent allow, for one use and audience, on one day. Unknown and expired
// mean no, and of two readings of a date the stricter one holds.
#pragma once

#include "model/partner.hpp"
#include "model/verdict.hpp"

#include <string_view>

namespace rapport::mandate {

/// What somebody would do with a name.
struct ConsentQuery {
  model::Use use = model::Use::absent;
  model::Audience audience = model::Audience::absent;
  std::string_view case_ = {};  // the case's id; empty: no case
  value::StateCode state = {};  // the State, where the audience is one
  value::Date on;               // the day it would be done
  value::Date facts = {};       // the latest fact it would cover
};

struct Permission {
  model::Verdict verdict;
  const model::ConsentAct* act = nullptr;       // the act that decided, where one did
  value::Date until = {};                       // the last day it surely holds
  const model::ConsentAct* narrowed = nullptr;  // the later act that leaves less of the name
  bool is_of_minor = false;                     // less of the name, as they are not of age

  explicit operator bool() const { return verdict.shows(); }
};

/// Uses that an act without a case never opens: letter, raise-orally, publish, press, un-report.
bool needs_case(model::Use use);

Permission consent(const model::Partner& partner, const ConsentQuery& query);

/// That somebody wants not to be contacted by this office any more: they refused it, took it back,
/// or left it out when they narrowed what they agreed to. `on` is the day of that act.
struct NoContact {
  model::Reason reason = model::Reason::absent;
  value::Date on = {};

  explicit operator bool() const { return reason != model::Reason::absent; }
};

/// What their acts say of that on a day. An act that lists whom it is for counts where that is the
/// office, or the mandates, of which it is one; one of a case does not. Who agrees to be contacted
/// again by any of those we work with, later for sure and with no case, may be.
NoContact no_contact(const model::Partner& partner, const value::Date& on);

/// An act that refuses, takes back, or does not leave what is asked, for those who are shown
/// without having been asked; `absent` when there is none.
model::Reason objection(const model::Partner& partner, const ConsentQuery& query);

}  // namespace rapport::mandate
