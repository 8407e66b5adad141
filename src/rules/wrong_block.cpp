#include "model/engagement.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::wrong_block_rule {
namespace {

template <class Block>
void check(const Engagement& engagement, const Block& block, model::EngagementKind kind,
           Report& report) {
  if (!block || engagement.kind == kind) return;
  const auto word = value::word(kind);
  Place place{engagement.head.source, block.offset(), static_cast<std::uint32_t>(word.size())};
  report.add(place, fmt::format("the kind {} has no block '{}'", engagement.kind.str(), word))
      .note(place_of(engagement.head, engagement.kind), "its kind")
      .fix(fmt::format("write `kind: {}`, or move its contents", word));
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A block does not fit the kind of the record",
    .help =
        "A visit has a block `visit`, a case `case`, a letter `communication`, a statement "
        "`statement`; no other kind has any of them.",
    .example =
        "kind: meeting\n"
        "visit:\n"
        "  nature: official",
    .local = true,
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          using Kind = model::EngagementKind;
          if (!engagement.kind) return;
          check(engagement, engagement.visit, Kind::visit, report);
          check(engagement, engagement.case_, Kind::case_, report);
          check(engagement, engagement.communication, Kind::communication, report);
          check(engagement, engagement.statement, Kind::statement, report);
        },
};

}  // namespace rapport::rules::wrong_block_rule
