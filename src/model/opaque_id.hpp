// Ids that reveal nothing. More people see the names of files than the records.
#pragma once

#include "model/vocabulary.hpp"

#include <string_view>

namespace rapport::model {

/// What the id of such a partner begins with; empty for bodies that anybody may know of.
std::string_view opaque_prefix(PartnerKind kind);

/// A prefix, and letters and digits that look drawn: hrd-k7m2qx.
bool is_opaque(std::string_view id);

}  // namespace rapport::model
