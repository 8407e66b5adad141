#include "model/engagement.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::dates_out_of_order_rule {
namespace {

void check(const RecordHeader& head, const value::Date& early, const value::Date& late,
           std::string_view what, std::string_view before, Report& report) {
  if (!early || !late || !value::sure_before(late, early)) return;
  report.add(head, late, fmt::format("{} {}, before it was {}", what, late.str(), before))
      .note(place_of(head, early), fmt::format("{} here", before))
      .fix("correct one of the two days");
}

void check_signers(const RecordHeader& head, const model::List<model::CoSignatory>& signers,
                   Report& report) {
  for (const auto& signer : signers) {
    check(head, signer.asked, signer.answered, "answered on", "asked", report);
    check(head, signer.asked, signer.answer_by, "to answer by", "asked", report);
  }
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A later step is dated before an earlier one",
    .help =
        "A mandate answers after it was asked, and a reply and publication are due after the "
        "letter was sent. One of the two days is wrong.",
    .example =
        "- {mandate: sr-environment, asked: 2026-03-24, answered: 2026-03-14, status: agreed}",
    .local = true,
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          const RecordHeader& head = engagement.head;
          if (engagement.case_) check_signers(head, engagement.case_->co_signatories, report);
          if (engagement.statement)
            check_signers(head, engagement.statement->co_signatories, report);
          if (!engagement.communication) return;
          const auto& letter = *engagement.communication;
          if (letter.inherited_from == nullptr) check_signers(head, letter.co_signatories, report);
          check(head, letter.sent, letter.reply_due, "a reply due by", "sent", report);
          if (letter.publication)
            check(head, letter.sent, letter.publication->due, "to be public on", "sent", report);
        },
};

}  // namespace rapport::rules::dates_out_of_order_rule
