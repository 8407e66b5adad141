#include "model/engagement.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::source_in_another_role_rule {
namespace {

void check(const RecordHeader& head, const value::Ref& source, const value::Ref& other,
           std::string_view role, Report& report) {
  if (!other || other.id() != source.id()) return;
  report.add(head, other, fmt::format("'{}' is a source too, and {} here", other.id(), role))
      .note(place_of(head, source), "the source")
      .fix("make sure that no text reveals who the source is");
}

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "A source also has another role in the case",
    .help =
        "The name of a source never leaves the office. If the same person is named in the case as "
        "a victim or otherwise, a reader may guess the rest; make sure that no text links the two.",
    .example =
        "submissions:\n"
        "  - {key: sub1, received: 2026-03-18, from: hrd-k7m2qx}\n"
        "alleged_victims:\n"
        "  - {key: v1, partner: hrd-k7m2qx}",
    .local = true,
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          if (!engagement.case_) return;
          const auto& matter = *engagement.case_;
          for (const auto& submission : matter.submissions) {
            if (!submission.from) continue;
            for (const auto& victim : matter.alleged_victims)
              check(engagement.head, submission.from, victim.partner, "an alleged victim", report);
            for (const auto& alleged : matter.alleged_perpetrators)
              check(engagement.head, submission.from, alleged.partner, "an alleged perpetrator",
                    report);
            for (const auto& participation : engagement.partners)
              if (participation.role != model::Role::source)
                check(engagement.head, submission.from, participation.partner, "a partner", report);
          }
        },
};

}  // namespace rapport::rules::source_in_another_role_rule
