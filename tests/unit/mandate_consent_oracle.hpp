// What acts of consent give, worked out by going through all of them for each of them: slow, and
// plain to read. The way it is worked out in use is held against it.
#pragma once

#include "mandate/consent.hpp"

namespace rapport::tests {

mandate::Permission plain_consent(const model::Partner& partner, const mandate::ConsentQuery& ask);

}  // namespace rapport::tests
