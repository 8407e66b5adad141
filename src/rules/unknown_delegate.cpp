#include "model/engagement.hpp"
#include "model/office.hpp"
#include "rules/engine/faults.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::rules {

extern const RuleSpec unknown_delegate_rule = {
    .summary = "Somebody of the delegation is no member of the office",
    .help =
        "Who went is `holder`, or the key of a member of staff in rapport.yaml, so that the"
        " office knows afterwards who met whom.",
    .example =
        "delegation:\n"
        "  - {who: smith}",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          if (context.office == nullptr || context.office->head.has_errors) return;
          for (const auto& delegate : engagement.delegation) {
            const std::string who = delegate.who.str();
            const auto& staff = context.office->staff;
            const auto found = std::ranges::find_if(
                staff, [&](const model::Staff& member) { return member.key.raw() == who; });
            if (who.empty() || who == "holder" || found != staff.end()) continue;
            report
                .add(engagement.head, delegate.who,
                     fmt::format("nobody of the office is {}", quote(who)))
                .quoting()
                .fix("write holder, or the key of a member of staff in rapport.yaml");
          }
        },
};

}  // namespace rapport::rules
