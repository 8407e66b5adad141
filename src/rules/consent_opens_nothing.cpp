#include "mandate/consent.hpp"
#include "model/partner.hpp"
#include "rules/engine/item.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::consent_opens_nothing_rule {
namespace {

/// "letter", of its uses the first that an act without a case never opens; null when there is none.
const model::Word<model::Use>* first_in_vain(const model::ConsentAct& act) {
  if (act.case_) return nullptr;
  for (const auto& use : act.uses)
    if (mandate::needs_case(*use)) return &use;
  return nullptr;
}

void check(const Partner& partner, const model::ConsentAct& act, Report& report) {
  const RecordHeader& head = partner.head;
  if (!model::gives(act)) return;
  const std::string key = name_of_item(partner.consent, act);
  if (act.uses.empty() || act.to.empty()) {
    const bool neither = act.uses.empty() && act.to.empty();
    const char* what = neither ? "'for' and 'to'" : act.uses.empty() ? "'for'" : "'to'";
    report.add(head, act.act, fmt::format("consent {} allows nothing: it has no {}", key, what))
        .fix("add what it allows and to whom: `for: [contact]`, `to: [ohchr]`");
    return;
  }
  const auto* use = first_in_vain(act);
  if (use == nullptr) return;
  report
      .add(head, *use, fmt::format("consent {} does not allow {}: it has no case", key, use->str()))
      .fix("add `case: …`, and give each case an act of its own");
}

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "A consent allows nothing, or not what it lists",
    .help =
        "An act of consent allows what it lists under `for`, to those it lists under `to`, and "
        "nothing else. Letters, oral statements, publication, press texts and reports to the "
        "United Nations need an act that names one case.",
    .example = "- {key: a1, on: 2026-03-20, act: given, for: [letter], to: [state]}",
    .local = true,
    .partner =
        [](const Partner& partner, const Context&, Report& report) {
          if (partner.head.has_errors) return;
          for (const auto& act : partner.consent) check(partner, act, report);
        },
};

}  // namespace rapport::rules::consent_opens_nothing_rule
