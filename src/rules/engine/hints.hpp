// What was probably meant: hints for codes and ids that are none. Made when a finding is.
#pragma once

#include "rules/engine/rule.hpp"

#include <string>
#include <string_view>

namespace rapport::rules {

/// "write XXA (Examplia), or see `rapport reference state`".
std::string code_hint(const FoundFault& found, const Context& context);

/// For a reference that is not written as an id.
std::string id_hint(const FoundFault& found, const Context& context);

/// For an id that no record has: the closest one, or those that go on where it ends.
std::string record_hint(const Context& context, std::string_view id, value::Refers refers);

/// The id closest to one that no record has, or empty.
std::string_view nearest_id(const Context& context, std::string_view id);

}  // namespace rapport::rules
