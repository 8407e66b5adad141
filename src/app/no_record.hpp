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

/// The record of that id. Fails for none, and where two have it: which of them a reference means is
/// not known.
base::Result<const model::RecordHeader*> find_one(const Snapshot& snapshot, const std::string& id,
                                                  std::optional<model::RecordKind> kind = {});

}  // namespace rapport::app
