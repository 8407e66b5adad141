// Why a record that was asked for is not there.
#pragma once

#include "app/snapshot.hpp"

#include <optional>
#include <string>

namespace rapport::app {

/// The failure for an id there is not, with the nearest one, or for one of another kind than the
/// one that is meant.
base::Failure no_record(const Snapshot& snapshot, const std::string& id,
                        std::optional<model::RecordKind> kind = {});

}  // namespace rapport::app
