#include "model/engagement.hpp"
#include "model/folder_to_move_to.hpp"
#include "model/partner.hpp"
#include "model/place.hpp"
#include "rules/engine/faults.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::wrong_folder_rule {
namespace {

std::string move_of(const RecordHeader& head) {
  return fmt::format("rapport rename {} --move", head.id());
}

void misplaced(const RecordHeader& head, Place place, std::string_view what,
               std::string_view folder, Report& report) {
  report.add(place, fmt::format("{} belongs in {}/", what, folder)).fix(move_of(head));
}

void undated(const Engagement& engagement, Report& report) {
  const auto now = model::folder_of_path(engagement.head.source->path);
  const bool is_year = model::is_folder_of_some_year(now);
  auto& finding = report.add(
      engagement.head, engagement.kind,
      is_year ? fmt::format("an engagement of {} has no date", now.substr(now.rfind('/') + 1))
              : fmt::format("an engagement that is not a case and has no date belongs in {}/",
                            model::undated_folder));
  const auto move = move_of(engagement.head);
  if (is_year) finding.severity = Severity::warning;  // it is found, and may yet get its date
  finding.fix(is_year ? fmt::format("add `start: …`, or {}", move) : move);
}

void check(const Engagement& engagement, Report& report) {
  const RecordHeader& head = engagement.head;
  const std::string right = model::folder_to_move_to(engagement);
  if (right.empty()) return;
  const auto year = [&] {
    return fmt::format("an engagement of {}", right.substr(right.rfind('/') + 1));
  };
  if (engagement.kind == model::EngagementKind::case_)
    misplaced(head, place_of(head, engagement.kind), "a case", right, report);
  else if (right == model::undated_folder)
    undated(engagement, report);
  else if (engagement.start && !engagement.start.date().is_unknown())
    misplaced(head, place_of(head, engagement.start), year(), right, report);
  else
    misplaced(head, place_of(head, engagement.between), year(), right, report);
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A record is in the wrong folder for its kind",
    .help =
        "A partner's kind decides its group, and the group its folder. An engagement is in the "
        "folder of the year it began, or of a year it may have begun in, a case in cases/, one "
        "without a date in undated/; a wrong year is only a warning.",
    .example = "# a government in partners/civil-society/",
    .local = true,
    .partner =
        [](const Partner& partner, const Context&, Report& report) {
          const std::string right = model::folder_to_move_to(partner);
          if (right.empty()) return;
          misplaced(partner.head, place_of(partner.head, partner.kind),
                    fmt::format("a partner of the kind {}", partner.kind.str()), right, report);
        },
    .engagement = [](const Engagement& engagement, const Context&,
                     Report& report) { check(engagement, report); },
};

}  // namespace rapport::rules::wrong_folder_rule
