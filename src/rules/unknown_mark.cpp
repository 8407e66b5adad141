#include "model/dataset.hpp"
#include "release/marks.hpp"
#include "rules/engine/plan.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules {
namespace {

bool is_known(const Head& head, const release::Mark& mark, const Context& context) {
  const auto& data = context.data();
  if (const auto* victim = release::find_victim(data, head, mark.key))
    return !mark.introduces || victim->introduce_as;
  return !mark.introduces && (data.partner(mark.key) != nullptr || context.is_unreadable(mark.key));
}

void check(const Head& head, const Plan& plan, const void* record, const Context& context,
           Report& report) {
  if (head.source->text.find('<') == std::string_view::npos) return;
  plan.walk(record, [&](const value::Row&, const void* value) {
    const auto& text = *static_cast<const value::Text*>(value);
    if (!is_own(head, text)) return;
    const auto raw = text.raw();
    for (auto mark = release::next_mark(raw, 0); mark.end != 0;
         mark = release::next_mark(raw, mark.end)) {
      if (is_known(head, mark, context)) continue;
      const auto written = raw.substr(mark.start, mark.end - mark.start);
      report
          .add({head.source, text.offset() + static_cast<std::uint32_t>(mark.start),
                static_cast<std::uint32_t>(written.size())},
               fmt::format("{} stands for nobody", written))
          .fix("write the id of a partner or the key of an alleged victim");
    }
  });
}

}  // namespace

extern const RuleSpec unknown_mark_rule = {
    .summary = "A mark in text stands for nobody",
    .help =
        "People in text are written as the id of their record, <hrd-k7m2qx>, or the key of "
        "an alleged victim, <v1>, of the record or of the case it is part of; "
        "<v1.introduce_as> is how they are introduced. A mark for nobody would leave a gap "
        "in a letter.",
    .example = "facts: On 14 March 2026, <v9> was arrested.",
    .partner =
        [](const Partner& partner, const Context& context, Report& report) {
          check(partner.head, partner_texts(), &partner, context, report);
        },
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          check(engagement.head, engagement_texts(), &engagement, context, report);
        },
};

}  // namespace rapport::rules
