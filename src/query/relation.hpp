// A relation between engagements and partners, asked from either end: of an engagement its
// partners, of a partner its engagements.
#pragma once

#include "query/derived.hpp"

#include <vector>

namespace rapport::query {

struct Related {
  const value::Ref* partner;
  value::Truth sure = value::Truth::yes;
};

/// The partners of one engagement; they may come several times.
using Relation = std::vector<Related> (*)(const model::Engagement&, const Context&);

/// Each once, at its surest, by id.
void give_related(const model::RecordHeader& head, const Context& context, const Sink& sink,
                  Relation relation);

}  // namespace rapport::query
