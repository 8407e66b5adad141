// Adding an act of consent to a partner's record. Acts are only ever added.
#pragma once

#include "app/output.hpp"
#include "app/terms.hpp"

#include <string>
#include <vector>

namespace rapport::store {
class Lock;
}

namespace rapport::app {

struct ConsentRequest {
  Terms terms;
  std::string partner;
  std::string act;
  std::string on;  // empty: today
  std::string matter;
  std::vector<std::string> uses;
  std::vector<std::string> to;
  std::vector<std::string> states;
  std::string name_as;
  std::string by;
  std::string how;
  std::string language;
  std::string until;
  std::string note;
  bool advance = false;
};

/// Writes the act, under a lock that is older than the snapshot; the output says what was written:
/// "a3 withdrawn on 2026-06-11: partners/…".
base::Result<Output> add_consent(const Snapshot& snapshot, const store::Lock& lock,
                                 const ConsentRequest& request);

}  // namespace rapport::app
