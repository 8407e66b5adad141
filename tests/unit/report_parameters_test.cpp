// A command takes the parameters that its report declares, and no other.
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "report/engine/report.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace report_parameters_test {

using namespace rapport;
using report::Parameter;

namespace {

/// Those about all records have one command, but for what has its own.
std::string_view command_of(const base::Registered<report::ReportSpec>& report) {
  if (report->about == report::About::repository && !report->has_command) return "report";
  return report.name == "letter" ? "draft" : report.name;
}

std::string_view option_of(Parameter parameter) {
  switch (parameter) {
    case Parameter::language:
      return "--lang";
    case Parameter::use:
      return "--use";
    case Parameter::recipient:
      return "--to";
    case Parameter::purpose:
      return "--purpose";
    case Parameter::issue:
      return "--issue";
    case Parameter::until:
      return "--until";
    case Parameter::staff:
      return "--mine";  // it is an argument; the option stands for one's own name
  }
  return {};
}

/// But for the one that is about the status of the program.
std::vector<std::string_view> options_of(std::string_view name) {
  const auto command =
      std::ranges::find(commands::all_commands(), name, &base::Registered<cli::CommandSpec>::name);
  REQUIRE(command != commands::all_commands().end());
  cli::Options options;
  const cli::Run run = command->spec->bind(options);
  std::vector<std::string_view> names;
  for (const auto& declared : options.declared())
    if (!declared.is_argument && declared.names != "--fail-on") names.push_back(declared.names);
  return names;
}

}  // namespace

TEST_CASE("reports: the command of each takes its parameters and no other") {
  for (const auto& each : report::all_reports()) {
    CAPTURE(each.name);
    std::vector<std::string_view> expected;
    for (const auto& spec : each->parameters) expected.push_back(option_of(spec.parameter));
    CHECK(options_of(command_of(each)) == expected);
  }
}

}  // namespace report_parameters_test
