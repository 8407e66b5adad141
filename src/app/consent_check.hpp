// Whether what the command line says is an act of consent at all: asked before the record is read
// again with it.
#pragma once

#include "base/result.hpp"

namespace rapport::model {
struct Partner;
}

namespace rapport::app {

class Snapshot;
struct ConsentRequest;

base::Done check_request(const ConsentRequest& request, const model::Partner& partner,
                         const Snapshot& snapshot);

}  // namespace rapport::app
