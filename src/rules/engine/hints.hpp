// What was probably meant: hints for codes and ids that are none. Made when a finding is.
#pragma once

#include "rules/engine/id_index.hpp"
#include "rules/engine/rule.hpp"

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace rapport::rules {

/// What making one hint found out for the next.
struct Hints {
  // Faults are worded one after another.
  std::map<std::pair<value::CodeSet, std::string>, std::string> of_code;
  std::optional<value::StateCode> usual_state;
  // References are looked at by all threads.
  std::once_flag known_once;
  std::optional<IdIndex> known;
};

/// "write XXA (Examplia), or see `rapport reference state`".
std::string code_hint(const FoundFault& found, const Context& context);

/// For a reference that is not written as an id.
std::string id_hint(const FoundFault& found, const Context& context);

/// For an id that no record has: the closest one, or those that go on where it ends.
std::string record_hint(const Context& context, std::string_view id, value::Refers refers);

}  // namespace rapport::rules
