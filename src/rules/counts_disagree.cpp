#include "model/engagement.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <initializer_list>

namespace rapport::rules::counts_disagree_rule {
namespace {

std::uint64_t number(const value::Count& count) { return count ? *count : 0; }

void check(const RecordHeader& head, const value::Count& total,
           std::initializer_list<value::Count> parts, const value::Count& minors, Report& report) {
  if (!total || total.is_unknown()) return;
  std::uint64_t sum = 0;
  for (const auto& part : parts) sum += number(part);
  if (sum > number(total))
    report.add(head, total, fmt::format("the parts add up to {}, more than {}", sum, number(total)))
        .fix("correct one of the counts, or write `total: unknown`");
  else if (number(minors) > number(total))
    report.add(head, minors, fmt::format("{} minors, of {} in all", number(minors), number(total)))
        .fix(fmt::format("correct one of the two, such as `minors: {}`", number(total)));
}

/// Women defenders are counted among the defenders where both are given.
bool is_within_another(const model::AttendanceGroup& group, const model::Attended& came) {
  return group.circle == model::Circle::women_defenders &&
         std::ranges::any_of(came.groups, [](const auto& other) {
           return other.circle == model::Circle::defenders;
         });
}

/// Nobody is of two groups, but for those of a group that is within another.
void check_groups(const RecordHeader& head, const model::Attended& came, Report& report) {
  if (came.groups.empty() || !came.total || came.total.is_unknown()) return;
  std::uint64_t sum = 0;
  for (const auto& group : came.groups)
    if (!is_within_another(group, came)) sum += number(group.count);
  if (sum > number(came.total))
    report
        .add(head, came.total,
             fmt::format("the groups add up to {}, more than {}", sum, number(came.total)))
        .fix("correct one of the counts, or write `total: unknown`");
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "Counts do not add up",
    .help =
        "Women, men and others are part of the total, and so are minors and groups. A total that "
        "is "
        "not known is written unknown.",
    .example = "attendance: {total: 10, women: 8, men: 7}",
    .local = true,
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          if (engagement.attendance) {
            const auto& came = *engagement.attendance;
            check(engagement.head, came.total, {came.women, came.men, came.other}, came.minors,
                  report);
            check_groups(engagement.head, came, report);
          }
          if (engagement.case_ && engagement.case_->persons) {
            const auto& persons = *engagement.case_->persons;
            check(engagement.head, persons.total, {persons.women, persons.men}, persons.minors,
                  report);
          }
        },
};

}  // namespace rapport::rules::counts_disagree_rule
