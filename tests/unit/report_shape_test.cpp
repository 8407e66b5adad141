// A report makes the shape and the counts that it declares, and the command that hands it out
// checks the format by that shape, before records are read.
#include "app/document.hpp"
#include "cli/command.hpp"
#include "report/engine/report.hpp"
#include "store/read.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace report_shape_test {

using namespace rapport;

namespace {

struct Case {
  std::string_view command;
  app::DocumentRequest request;
};

/// Each report once, of a repository that has something for it.
const std::vector<Case> cases = {
    {"brief", {.report = "brief", .subject = "2026-05-visit-xxa"}},
    {"contacts", {.report = "contacts", .query = "group:states"}},
    {"cosign", {.report = "cosign", .subject = "examplia-dam"}},
    {"report", {.report = "deadlines"}},
    {"today", {.report = "today"}},
    {"draft", {.report = "letter", .subject = "2026-al-xxa-dam"}},
};

struct ShapeOf {
  std::optional<view::Shape> operator()(const std::string&) const { return std::nullopt; }
  std::optional<view::Shape> operator()(const auto& view) const { return view::shape_of(view); }
};

}  // namespace

TEST_CASE("reports: each makes the shape and the counts it declares") {
  const auto snapshot =
      app::Snapshot::read(app::read_reference(RAPPORT_SOURCE_DIR "/tests/fixtures/tour"), 1, {});
  REQUIRE(snapshot);
  CHECK(cases.size() == report::all_reports().size());
  for (const Case& each : cases) {
    CAPTURE(each.request.report);
    app::DocumentRequest request = each.request;
    request.occasion = {.today = value::Date::of(2026, 6, 20)};
    app::Preflight preflight(**snapshot, request.occasion, false);
    const auto output = app::document(**snapshot, request, preflight);
    REQUIRE_MESSAGE(output, (output ? std::string{} : output.failure().what));
    const report::ReportSpec& spec = report::spec_of(request.report);
    CHECK(std::visit(ShapeOf{}, output->content) == spec.makes);
    for (const std::string_view count : spec.fail_on)
      CHECK(std::ranges::count(output->counts, count, &app::Counts::value_type::first) == 1);
  }
}

TEST_CASE("reports: the command of each prints the shape that it makes") {
  for (const auto& each : report::all_reports()) {
    CAPTURE(each.name);
    const auto handed_out =
        std::ranges::find(cases, each.name, [](const Case& one) { return one.request.report; });
    REQUIRE(handed_out != cases.end());
    const auto command = std::ranges::find(commands::all_commands(), handed_out->command,
                                           &base::Registered<cli::CommandSpec>::name);
    REQUIRE(command != commands::all_commands().end());
    CHECK(command->spec->answers == each.spec->makes);
  }
}

}  // namespace report_shape_test
