#include "model/engagement.hpp"
#include "model/partner.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::refers_to_itself_rule {
namespace {

void check(const RecordHeader& head, const value::Ref& ref, std::string_view name, Report& report) {
  if (!ref || ref.id() != head.id()) return;
  report.add(head, ref, fmt::format("'{}' names this record itself", name))
      .fix("write the id of the record that is meant, or remove it");
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A record refers to itself",
    .help =
        "A case is not part of itself, a letter follows another one, and no one belongs to or is "
        "kept apart from themselves. Usually a line was copied.",
    .example =
        "# in examplia-dam.yaml\n"
        "part_of: examplia-dam",
    .local = true,
    .partner =
        [](const Partner& partner, const Context&, Report& report) {
          for (const auto& affiliation : partner.affiliations)
            check(partner.head, affiliation.body, "body", report);
          for (const auto& pattern : partner.keep_apart)
            check(partner.head, pattern.ref(), "keep_apart", report);
          for (const auto& other : partner.not_same)
            check(partner.head, other.partner, "not_same", report);
        },
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          check(engagement.head, engagement.part_of, "part_of", report);
          for (const auto& related : engagement.related)
            check(engagement.head, related, "related", report);
          if (engagement.communication)
            check(engagement.head, engagement.communication->follows, "follows", report);
        },
};

}  // namespace rapport::rules::refers_to_itself_rule
