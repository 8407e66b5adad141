// Findings as JSON. What is uploaded from here holds place, rule and message, and no line of a
// record.
#pragma once

#include "base/json.hpp"
#include "view/findings.hpp"

#include <string>

namespace rapport::format {

/// The message that may leave the machine.
const std::string& open_message(const view::Finding& finding);

void write_finding_members(base::JsonWriter& json, const view::Finding& finding);

}  // namespace rapport::format
