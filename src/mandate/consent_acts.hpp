// What one act of consent says to one question, and how acts of one record stand in time.
#pragma once

#include "mandate/consent.hpp"

#include <cstdint>

namespace rapport::mandate {

/// When an act was said, as a stretch of time: acts of one known day stand in the order written.
/// `first` and `last` count for the acts of one record only.
struct When {
  std::int64_t first = 0;
  std::int64_t last = 0;
};
When when(const model::Partner& partner, const model::ConsentAct& act);
inline bool is_surely_before(const When& earlier, const When& later) {
  return earlier.last < later.first;
}

/// A permission begins on the last day it can have been given, and ends on the first day it can
/// have been taken back.
bool has_begun(const model::ConsentAct& act, const value::Date& on);
bool may_have_begun(const model::ConsentAct& act, const value::Date& on);

bool lists_use(const model::ConsentAct& act, model::Use use);
bool lists_audience(const model::ConsentAct& act, model::Audience audience);
bool covers(const model::ConsentAct& act, const ConsentQuery& query);
bool allows_state(const model::ConsentAct& act, const ConsentQuery& query);

/// Does an act that takes back or narrows reach this question at all?
bool reaches(const model::ConsentAct& act, const ConsentQuery& query);
/// What is narrowed to nothing is not left at all.
bool says_something(const model::ConsentAct& narrowed);
bool leaves(const model::ConsentAct& narrowed, const ConsentQuery& query);
bool refuses(const model::ConsentAct& refused, const ConsentQuery& query);

model::Disclosure how(model::NameAs name);

}  // namespace rapport::mandate
