// Adding an act of consent to a partner's record. Acts are only ever added.
#pragma once

#include "base/result.hpp"

#include <string>
#include <vector>

namespace rapport::cli {

class Session;

struct ConsentRequest {
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

/// Locks the repository, reads it, writes the act, and answers what was written: "a3 withdrawn on
/// 2026-06-11: partners/…".
base::Result<std::string> add_consent(Session& session, const ConsentRequest& request);

}  // namespace rapport::cli
