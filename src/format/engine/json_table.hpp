// The rows of a table as JSON objects, for the formats made of them.
#pragma once

#include "base/json.hpp"
#include "format/engine/flat.hpp"
#include "view/cards.hpp"

namespace rapport::format {

inline constexpr int json_version = 1;

void write_cell(base::JsonWriter& json, const view::Cell& cell);

/// The members of one row: every column, `null` where nothing is recorded.
void write_members(base::JsonWriter& json, const Flat& table, const view::Row& row);

void write_card_members(base::JsonWriter& json, const view::Card& card);

}  // namespace rapport::format
