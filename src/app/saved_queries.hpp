// The queries that rapport.yaml keeps, as `list` asks them.
#pragma once

#include "app/list.hpp"
#include "base/result.hpp"
#include "model/office.hpp"

namespace rapport::app {

/// The request with what its saved query says and it does not say itself.
base::Result<ListRequest> filled_from_saved(const ListRequest& request,
                                            const model::Office* office);

}  // namespace rapport::app
