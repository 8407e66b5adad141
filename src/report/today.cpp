// Monday morning's page for the office: what is overdue, what this week brings, who is at risk,
// what is waited for, and what will be public or end soon.
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "report/deadlines/lines.hpp"
#include "report/engine/report.hpp"
#include "report/engine/table.hpp"
#include "report/today/plans.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::report::today_report {
namespace {

namespace questions = mandate::questions;
using base::Failing;
using base::Failure;
using questions::Deadline;
using questions::Due;
using questions::Plan;
using questions::Planned;

constexpr int week_days = 7;
constexpr int publication_days = 14;
constexpr int consent_days = 30;
constexpr int old_need_days = 180;
constexpr std::string_view overdue_count = "overdue";

enum class Section : std::uint8_t {
  overdue,
  week,
  people,
  waiting,
  publicity,
  consent,
  needs,
  none
};

struct SectionWords {
  std::string_view heading;
  std::string_view nothing = {};
};
constexpr std::array<SectionWords, 7> sections = {{
    {"Overdue", "Nothing is overdue."},
    {"Within 7 days"},
    {"People at risk: check-ins and court dates within 7 days"},
    {"Waiting for others"},
    {"Becoming public within 14 days: check the names"},
    {"Consent ending within 30 days"},
    {"Needs open for more than 180 days"},
}};

view::Table table_of(const Request& request) {
  view::Table table{.title = "Today",
                    .columns = {{.key = "due", .heading = "DUE", .whole = true},
                                {.key = "days", .heading = "DAYS", .align = view::Align::right},
                                {.key = "kind", .heading = "KIND", .whole = true},
                                {.key = "what", .heading = "WHAT", .wraps = true},
                                {.key = "who", .heading = "WHO"},
                                {.key = "record", .heading = "RECORD", .whole = true}},
                    .group_by = {.key = "section", .heading = "SECTION"},
                    .has_ids_once = true};
  for (const SectionWords& words : sections)
    table.groups.push_back(
        {.heading = std::string(words.heading), .nothing = std::string(words.nothing)});
  mark(table, request);
  return table;
}

/// The row of the office's list of staff.
base::Result<std::size_t> find_staff(const Request& request) {
  const auto& staff = request.released.office().staff;
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < staff.size(); ++i) {
    if (staff[i].key.str() == request.staff ||
        base::fold(staff[i].name.str()) == base::fold(request.staff))
      return i;
    if (!value::sure_before(staff[i].until, request.provenance.today))
      keys.push_back(staff[i].key.str());
  }
  return Failure{Failing::usage,
                 fmt::format("no member of staff is called '{}'", base::printable(request.staff)),
                 keys.empty()
                     ? "rapport.yaml lists no staff"
                     : fmt::format("give the key or the full name: {}", base::join(keys, ", "))};
}

class Page {
 public:
  Page(const Request& request, std::vector<model::RecordId> mine)
      : request_(request),
        today_(request.provenance.today),
        mine_(std::move(mine)),
        lines_(request),
        table_(table_of(request)) {}

  Document document() {
    add_deadlines();
    add_plans();
    std::ranges::for_each(table_.groups, sort_rows);
    // What is overdue of people at risk is in their section: then something is.
    if (overdue_ != 0) table_.groups.front().nothing.clear();
    std::erase_if(table_.groups, [](const view::Group& group) {
      return group.rows.empty() && group.nothing.empty();
    });
    Document document{.content = view::Table{}};
    document.counts = {{"items", view::count_rows(table_)}, {std::string(overdue_count), overdue_}};
    if (of_others_ != 0) document.remarks = {{"of-others", {std::to_string(of_others_)}}};
    document.content = std::move(table_);
    return document;
  }

 private:
  static void sort_rows(view::Group& group) {
    std::ranges::stable_sort(group.rows, [](const view::Row& a, const view::Row& b) {
      return std::get<std::string>(a.cells.front()) < std::get<std::string>(b.cells.front());
    });
  }

  bool is_by(const model::Date& on, int days) const {
    return !value::sure_after(on, value::plus_days(today_, days));
  }

  Section section_of(const Deadline& deadline) const {
    switch (deadline.what) {
      case Due::check_in:
        return is_by(deadline.on, week_days) ? Section::people : Section::none;
      case Due::publicity:
        return is_by(deadline.on, publication_days) ? Section::publicity : Section::none;
      case Due::consent:
        return is_by(deadline.on, consent_days) ? Section::consent : Section::none;
      default:
        break;
    }
    if (deadline.overdue) return Section::overdue;
    if (is_by(deadline.on, week_days)) return Section::week;
    return deadline.by_office ? Section::none : Section::waiting;
  }

  Section section_of(const Plan& plan) const {
    if (plan.what == Planned::need) return Section::needs;
    if (plan.what == Planned::statement) return Section::publicity;
    if (!is_by(plan.on, week_days)) return Section::none;
    if (plan.what == Planned::case_step) return Section::people;
    return is_overdue(plan) ? Section::overdue : Section::week;
  }

  bool is_overdue(const Plan& plan) const {
    return plan.what == Planned::goal && value::sure_before(plan.on, today_);
  }

  /// Whose records it is about; all where no one was named.
  bool is_wanted(model::RecordId record) {
    if (request_.staff.empty() || std::ranges::binary_search(mine_, record)) return true;
    ++of_others_;
    return false;
  }

  void add_deadlines() {
    const questions::DeadlineTerms terms{.terms = mandate::terms(request_.released.office())};
    for (const Deadline& deadline : request_.released.ask(
             questions::deadlines, terms, request_.released.reference().codes(), today_)) {
      const Section section = section_of(deadline);
      if (section == Section::none || !is_wanted(deadline.record)) continue;
      std::optional<DeadlineLine> line = lines_.line(deadline);
      if (!line) continue;
      if (deadline.what == Due::publicity)
        append_part(line->what, "; ", names_to_check(request_, deadline.record));
      overdue_ += deadline.overdue ? 1 : 0;
      add(section, deadline.on, days_left(today_, deadline.on),
          {std::string(kind_word(deadline.what)), line->what, line->who, line->id});
    }
  }

  void add_plans() {
    const questions::AgendaTerms terms{.until = value::plus_days(today_, publication_days),
                                       .raised_before = value::plus_days(today_, -old_need_days)};
    for (const Plan& plan : request_.released.ask(questions::agenda, terms, today_)) {
      const Section section = section_of(plan);
      if (section == Section::none || !is_wanted(plan.record)) continue;
      std::optional<PlanLine> line = plan_line(request_, plan);
      if (!line) continue;
      overdue_ += is_overdue(plan) ? 1 : 0;
      // What has begun is not late.
      const bool goes_on = plan.what == Planned::engagement && value::sure_before(plan.on, today_);
      add(section, plan.on, goes_on ? view::Cell{} : days_left(today_, plan.on), std::move(*line));
    }
  }

  void add(Section section, const model::Date& on, view::Cell days, PlanLine line) {
    table_.groups[static_cast<std::size_t>(section)].rows.push_back(
        {.cells = {on.str(), std::move(days), std::move(line.kind), std::move(line.what),
                   cell(std::move(line.who)), line.id},
         .id = line.id});
  }

  const Request& request_;
  model::Date today_;
  std::vector<model::RecordId> mine_;  // sorted
  DeadlineLines lines_;
  view::Table table_;
  std::size_t overdue_ = 0;
  std::size_t of_others_ = 0;
};

base::Result<Document> make(const Request& request) {
  const release::Release& released = request.released;
  if (!released.gate().is_for_office())
    return Failure{Failing::refused,
                   "today's page names people at risk and drafts, so it is for the office only",
                   fmt::format("for others: rapport report deadlines --audience {}",
                               value::word(released.purpose().audience))};
  std::vector<model::RecordId> mine;
  if (!request.staff.empty()) {
    const auto staff = find_staff(request);
    if (!staff) return staff.failure();
    mine = released.ask(questions::records_of_staff, released.office(), *staff);
  }
  return Page(request, std::move(mine)).document();
}

constexpr ParameterSpec parameters[] = {
    {Parameter::staff, "Only records in which this member of staff had a part: a key or full name"},
};

constexpr std::string_view fail_on[] = {overdue_count};

}  // namespace

extern const ReportSpec spec = {
    .about = About::repository,
    .makes = view::Shape::table,
    .parameters = parameters,
    .has_command = true,
    .fail_on = fail_on,
    .make = make,
};

}  // namespace rapport::report::today_report
