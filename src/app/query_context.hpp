// What a query is answered from: the same for every use case that asks one.
#pragma once

#include "query/context.hpp"

namespace rapport::app {

class Basis;

/// For the audience of the release, which must outlive it: what a query compares is what that
/// audience reads.
query::Context context_of(const Basis& basis);

}  // namespace rapport::app
