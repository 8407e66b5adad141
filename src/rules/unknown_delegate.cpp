#include "base/nearest.hpp"
#include "model/engagement.hpp"
#include "model/office.hpp"
#include "rules/engine/faults.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace rapport::rules::unknown_delegate_rule {

namespace {

std::string remedy(std::string_view who, const model::List<model::Staff>& staff) {
  std::vector<std::string> keys = {"holder"};
  for (const auto& member : staff) keys.push_back(member.key.str());
  base::Nearest nearest(who);
  for (const auto& key : keys) nearest.offer(key);
  return nearest.best().empty() ? "write holder, or the key of a member of staff in rapport.yaml"
                                : fmt::format("write '{}'", nearest.best());
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "Someone in the delegation is not a member of the office",
    .help =
        "Write `holder`, or the key of a member of staff in rapport.yaml, so that the office knows "
        "afterwards who met whom.",
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
                     fmt::format("no one in the office has the key {}", quote(who)))
                .quoting()
                .fix(remedy(who, staff));
          }
        },
};

}  // namespace rapport::rules::unknown_delegate_rule
