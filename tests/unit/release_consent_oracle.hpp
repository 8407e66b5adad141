// What acts of consent give, worked out by going through all of them for each of them: slow, and
// plain to read. The way it is worked out in use is held against it.
#pragma once

#include "release/consent.hpp"

namespace rapport::tests {

release::Permission plain_consent(const model::Partner& partner, const release::Ask& ask);

}  // namespace rapport::tests
