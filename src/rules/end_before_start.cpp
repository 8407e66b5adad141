#include "model/engagement.hpp"
#include "model/office.hpp"
#include "model/partner.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <string>

namespace rapport::rules::end_before_start_rule {
namespace {

template <class From, class To>
void check(const RecordHeader& head, const From& from, const To& to, std::string_view what,
           Report& report) {
  if (!from || !to || !value::sure_before(to, from)) return;
  report.add(head, to, fmt::format("{} ends on {}, before it begins", what, to.str()))
      .note(place_of(head, from), "it begins here")
      .fix(fmt::format("correct one of the two: swapped, it would be from {} to {}", to.str(),
                       from.str()));
}

/// The clocks are in order, and the offsets from UTC are not: one of them is the slip.
bool has_slip_of_offset(const value::Moment& from, const value::Moment& to) {
  return from.has_time() && to.has_time() && from.offset_minutes() != to.offset_minutes() &&
         from.instant() + from.offset_minutes() < to.instant() + to.offset_minutes();
}

/// The time of `to` with the offset of `from`.
std::string with_offset_of(const value::Moment& from, const value::Moment& to) {
  const std::string text = from.str();
  return fmt::format("{}T{}{}", to.date().str(), to.time(), text.substr(text.find('T') + 6));
}

void check(const RecordHeader& head, const value::Moment& from, const value::Moment& to,
           std::string_view what, Report& report) {
  if (!from || !to || !value::sure_before(to, from)) return;
  if (!has_slip_of_offset(from, to))
    return check<value::Moment, value::Moment>(head, from, to, what, report);
  const std::string right = with_offset_of(from, to);
  report
      .add(head, to, fmt::format("{} ends before it begins, because of the offset from UTC", what))
      .note(place_of(head, from), "it begins here")
      .fix(fmt::format("write `{}`, or correct the other offset", right), right);
}

template <class Items>
void check_items(const RecordHeader& head, const Items& items, std::string_view what,
                 Report& report) {
  for (const auto& item : items) check(head, item.since, item.until, what, report);
}

void check_between(const RecordHeader& head, const model::List<value::Date>& between,
                   Report& report) {
  if (!between) return;
  if (between.size() != 2) {
    report.add(head, between, fmt::format("`between` takes two dates, and has {}", between.size()))
        .fix("write the first day it may have been, and the last: between: [2026-01, 2026-03]");
    return;
  }
  check(head, between[0], between[1], "the time", report);
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "Something ends before it begins",
    .help =
        "A range is from start to end, since to until, given to until. One of the two dates is "
        "wrong. `between` has two dates, the first and the last. Dates known only to the month or "
        "year are compared only as far as they are known.",
    .example =
        "start: 2026-05-15\n"
        "end: 2026-05-04",
    .local = true,
    .partner =
        [](const Partner& partner, const Context&, Report& report) {
          const RecordHeader& head = partner.head;
          check_items(head, partner.affiliations, "the affiliation", report);
          check_items(head, partner.interests, "the interest", report);
          check_items(head, partner.competence, "the competence", report);
          for (const auto& act : partner.consent)
            check(head, act.on, act.until, "the consent", report);
        },
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          const RecordHeader& head = engagement.head;
          check(head, engagement.start, engagement.end, "the engagement", report);
          check_between(head, engagement.between, report);
          if (!engagement.visit) return;
          for (const auto& slot : engagement.visit->programme)
            check(head, slot.at, slot.until, "the meeting", report);
        },
    .repository =
        [](const Context& context, Report& report) {
          if (context.office != nullptr)
            check_items(context.office->head, context.office->staff, "the time in office", report);
        },
};

}  // namespace rapport::rules::end_before_start_rule
