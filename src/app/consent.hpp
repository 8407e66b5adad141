// Adding an act of consent to a partner's record. Acts are only ever added.
#pragma once

#include "app/consent_options.hpp"
#include "app/occasion.hpp"
#include "app/output.hpp"
#include "model/consent.hpp"

#include <string>

namespace rapport::store {
class Lock;
}

namespace rapport::app {

struct ConsentRequest {
  Occasion occasion;
  std::string partner;
  model::Act act = model::Act::absent;
  ActValues values = {};  // of what consent_options() lists; without a day it is of today
};

/// Writes the act, under a lock that is older than the snapshot; without one the output is what
/// would change. Else it says what was written: "a3 withdrawn on 2026-06-11: partners/…".
base::Result<Output> add_consent(const Snapshot& snapshot, const store::Lock* lock,
                                 const ConsentRequest& request);

}  // namespace rapport::app
