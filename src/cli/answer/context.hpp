// What a query of this run is answered from: the same for every command that asks one.
#pragma once

#include "query/context.hpp"

namespace rapport::cli {

class Session;

/// Needs the records. For the audience that was asked for.
query::Context context_of(Session& session);

}  // namespace rapport::cli
