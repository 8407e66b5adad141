// What is due, and when: the whole repository on one page, the earliest first.
#include "report/deadlines/lines.hpp"
#include "report/engine/report.hpp"
#include "report/engine/table.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace rapport::report::deadlines_report {
namespace {

namespace questions = mandate::questions;
using questions::Deadline;

constexpr std::string_view overdue_count = "overdue";

view::Table table_of(const Request& request) {
  view::Table table{.title = "Deadlines",
                    .columns = {{.key = "due", .heading = "DUE", .whole = true},
                                {.key = "days", .heading = "DAYS", .align = view::Align::right},
                                {.key = "kind", .heading = "KIND", .whole = true},
                                {.key = "what", .heading = "WHAT"},
                                {.key = "who", .heading = "WHO", .wraps = true},
                                {.key = "record", .heading = "RECORD", .whole = true}},
                    .groups = {{}}};
  mark(table, request);
  return table;
}

view::Row row(const Request& request, const Deadline& deadline, DeadlineLine line) {
  return {.cells = {deadline.on.str(), days_left(request.provenance.today, deadline.on),
                    std::string(kind_word(deadline.what)), std::move(line.what),
                    cell(std::move(line.who)), line.id},
          .id = line.id};
}

base::Result<Document> make(const Request& request) {
  release::Release& released = request.released;
  const bool reads_withheld = model::reads_unpublished(released.purpose().audience);
  const questions::DeadlineTerms terms{.terms = mandate::terms(released.office()),
                                       .replies = reads_withheld
                                                      ? mandate::WithheldReplies::counted
                                                      : mandate::WithheldReplies::left_out,
                                       .until = request.until};
  const auto found = released.ask(questions::deadlines, terms, released.reference().codes(),
                                  request.provenance.today);
  view::Table table = table_of(request);
  auto& rows = table.groups.front().rows;
  std::size_t overdue = 0;
  DeadlineLines lines(request);
  for (const Deadline& deadline : found)
    if (std::optional<DeadlineLine> line = lines.line(deadline)) {
      rows.push_back(row(request, deadline, std::move(*line)));
      overdue += deadline.overdue ? 1 : 0;
    }
  Document document{.content = view::Table{}};
  document.counts = {{"deadlines", rows.size()}, {std::string(overdue_count), overdue}};
  document.content = std::move(table);
  return document;
}

constexpr ParameterSpec parameters[] = {
    {Parameter::until, "Only what is due up to that day"},
};

constexpr std::string_view fail_on[] = {overdue_count};

}  // namespace

extern const ReportSpec spec = {
    .about = About::repository,
    .makes = view::Shape::table,
    .parameters = parameters,
    .fail_on = fail_on,
    .make = make,
};

}  // namespace rapport::report::deadlines_report
