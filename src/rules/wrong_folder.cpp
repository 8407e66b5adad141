#include "base/shell.hpp"
#include "model/engagement.hpp"
#include "model/partner.hpp"
#include "model/place.hpp"
#include "rules/engine/faults.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::rules::wrong_folder_rule {
namespace {

void misplaced(const RecordHeader& head, Place place, std::string_view what,
               std::string_view folder, Report& report) {
  report.add(place, fmt::format("{} belongs in {}/", what, folder))
      .fix(fmt::format("mkdir -p {} && mv {} {}/", folder, base::shell_word(head.source->path),
                       folder));
}

bool is_dated(const value::Date& date) { return date && !date.is_unknown(); }

/// Some time between two dates lies in the folder of one of those years.
void check_between(const Engagement& engagement, std::string_view folder, Report& report) {
  const auto& between = engagement.between;
  const int first = between[0].year();
  const int last = between[between.size() - 1].year();
  for (int year = first; year <= last; ++year)
    if (model::is_folder_of_year(folder, year)) return;
  misplaced(engagement.head, place_of(engagement.head, between),
            fmt::format("an engagement of {}", last), model::folder_of_year(last), report);
}

/// A letter waits in the folder of the year it is to be sent in; the day a statement was issued
/// tells its year too.
bool has_other_date(const Engagement& engagement) {
  return engagement.kind == model::EngagementKind::communication ||
         (engagement.statement && is_dated(engagement.statement->issued.date())) ||
         is_dated(engagement.end.date());
}

void check_undated(const Engagement& engagement, std::string_view folder, Report& report) {
  if (engagement.head.has_errors) return;  // its date may be what could not be read
  const auto name = folder.substr(folder.rfind('/') + 1);
  const bool is_year = model::is_folder_of_some_year(folder);
  if (folder == model::undated_folder || (is_year && has_other_date(engagement))) return;
  auto& finding = report.add(
      engagement.head, engagement.kind,
      is_year ? fmt::format("an engagement of {} has no date", name)
              : fmt::format("an engagement that is not a case and has no date belongs in {}/",
                            model::undated_folder));
  const auto move = fmt::format("mkdir -p {0} && mv {1} {0}/", model::undated_folder,
                                base::shell_word(engagement.head.source->path));
  if (is_year) finding.severity = Severity::warning;  // it is found, and may yet get its date
  finding.fix(is_year ? fmt::format("add `start: …`, or {}", move) : move);
}

void check(const Engagement& engagement, Report& report) {
  const auto folder = model::folder_of_path(engagement.head.source->path);
  const auto& start = engagement.start;
  if (engagement.kind == model::EngagementKind::case_) {
    if (folder != model::cases_folder)
      misplaced(engagement.head, place_of(engagement.head, engagement.kind), "a case",
                model::cases_folder, report);
  } else if (start && is_dated(start.date())) {
    const int year = start.date().year();
    if (model::is_folder_of_year(folder, year)) return;
    misplaced(engagement.head, place_of(engagement.head, start),
              fmt::format("an engagement of {}", year), model::folder_of_year(year), report);
  } else if (!engagement.between.empty() && std::ranges::all_of(engagement.between, is_dated)) {
    check_between(engagement, folder, report);
  } else {
    check_undated(engagement, folder, report);
  }
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
          if (!partner.kind) return;
          const auto folder = model::folder_of_path(partner.head.source->path);
          if (model::is_folder_of(folder, partner.group())) return;
          misplaced(partner.head, place_of(partner.head, partner.kind),
                    fmt::format("a partner of the kind {}", partner.kind.str()),
                    model::folder_of(partner.group()), report);
        },
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          if (engagement.kind) check(engagement, report);
        },
};

}  // namespace rapport::rules::wrong_folder_rule
