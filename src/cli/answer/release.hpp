// What each audience would see of a partner, field by field, and why.
#pragma once

#include "base/result.hpp"
#include "model/vocabulary.hpp"
#include "view/cards.hpp"

#include <string>

namespace rapport::cli {

class Session;

/// `matter` is the case an output would be about; empty: none.
base::Result<view::Card> release_card(Session& session, const std::string& id, model::Use use,
                                      const std::string& matter, const std::string& to);

}  // namespace rapport::cli
