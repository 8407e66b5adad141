// Why a record that was asked for is not there.
#pragma once

#include "app/snapshot.hpp"
#include "release/release.hpp"

#include <optional>
#include <string>

namespace rapport::app {

/// The failure for an id there is not, with the nearest one, or for one of another kind than the
/// one that is meant.
base::Failure no_record(const Snapshot& snapshot, const std::string& id,
                        std::optional<model::RecordKind> kind = {});

/// The failure for a record that was asked for and of which nothing came back: there is none, or it
/// is not for the audience of the release.
base::Failure not_shown(const Snapshot& snapshot, const release::Release& released,
                        const std::string& id, model::RecordKind kind);

}  // namespace rapport::app
