// The kinds of record that a part of a query leaves.
#pragma once

#include "query/node.hpp"

#include <bitset>
#include <set>
#include <string>

namespace rapport::query {

using KindSet = std::bitset<64>;

/// Whose kind a query speaks of: the record's own (empty), or that of the one record it refers to
/// by a field, such as `addressee`.
using Referrer = std::string;

struct Kinds {
  KindSet may;   // of these it can be so
  KindSet must;  // of these it is so, whatever else is recorded
};

Kinds kinds_of(const Node& node, const Referrer& whose, const Context& context);
void add_referrers(const Node& node, const Context& context, std::set<Referrer>& found);

}  // namespace rapport::query
