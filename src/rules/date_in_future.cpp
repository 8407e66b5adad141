#include "model/engagement.hpp"
#include "model/partner.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::date_in_future_rule {
namespace {

void check(const RecordHeader& head, const value::Date& date, std::string_view what,
           const Context& context, Report& report) {
  if (date && !date.is_unknown() && value::sure_after(date, context.today))
    report.add(head, date, fmt::format("{} on {}, which is in the future", what, date.str()))
        .fix("correct the date");
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "Something that has happened is dated in the future",
    .help =
        "Whatever was held, sent, received, verified or agreed is in the past. Usually the year is "
        "wrong.",
    .example =
        "status: held\n"
        "start: 2062-05-04",
    .local = true,
    .partner =
        [](const Partner& partner, const Context& context, Report& report) {
          for (const auto& act : partner.consent)
            check(partner.head, act.on, "consent was given", context, report);
          for (const auto& contact : partner.contacts)
            check(partner.head, contact.verified, "the channel was verified", context, report);
        },
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          const RecordHeader& head = engagement.head;
          if (engagement.status == model::Status::held && engagement.start &&
              value::sure_after(engagement.start.date(), context.today))
            report
                .add(head, engagement.start,
                     fmt::format("held on {}, which is in the future",
                                 engagement.start.date().str()))
                .fix("correct the date, or write `status: planned`");
          if (!engagement.communication) return;
          check(head, engagement.communication->sent, "sent", context, report);
          for (const auto& reply : engagement.communication->replies)
            check(head, reply.received, "received", context, report);
        },
};

}  // namespace rapport::rules::date_in_future_rule
