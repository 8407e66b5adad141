// What a query of this run is answered from: the same for every command that asks one.
#pragma once

#include "query/context.hpp"

namespace rapport::release {
class Released;
}

namespace rapport::cli {

class Session;

/// Needs the records. For the audience of `released`, which must outlive it: what a query compares
/// is what that audience reads.
query::Context context_of(Session& session, const release::Released& released);

}  // namespace rapport::cli
