// One record with everything that is linked to it.
#pragma once

#include "base/result.hpp"
#include "view/cards.hpp"

#include <string>

namespace rapport::cli {

class Session;

base::Result<view::Card> show(Session& session, const std::string& id);

/// The failure for an id there is not, with the nearest one.
base::Failure no_record(const Session& session, const std::string& id);

}  // namespace rapport::cli
