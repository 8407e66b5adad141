// One record with everything that is linked to it.
#pragma once

#include "base/result.hpp"
#include "model/record.hpp"
#include "view/cards.hpp"

#include <optional>
#include <string>

namespace rapport::release {
class Released;
}

namespace rapport::cli {

class Session;

base::Result<view::Card> show(Session& session, const release::Released& released,
                              const std::string& id);

/// The failure for an id there is not, with the nearest one, or for one of another kind than the
/// one that is meant.
base::Failure no_record(const Session& session, const std::string& id,
                        std::optional<model::RecordKind> kind = {});

/// The failure for a record that was asked for and of which nothing came back: there is none, or it
/// is not for the audience of the release.
base::Failure not_shown(const Session& session, const release::Released& released,
                        const std::string& id, model::RecordKind kind);

}  // namespace rapport::cli
