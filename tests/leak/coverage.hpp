// What the test has to ask, taken from what the program offers: a new format, report or command is
// asked without another word, or the test fails.
#pragma once

#include "report/engine/report.hpp"
#include "view/shape.hpp"

#include <set>
#include <string>
#include <vector>

namespace rapport::tests {

/// The names of those that can be asked for.
std::vector<std::string> format_names(view::Shape shape);

using Report = base::Registered<report::ReportSpec>;
/// Those about all records; each of the others has a command of its own.
std::vector<Report> repository_reports();

/// What is wrong with the list of commands that were asked: one that is missing in it without a
/// reason, or with a reason that no longer holds.
std::set<std::string> coverage_faults(const std::set<std::string>& asked);

}  // namespace rapport::tests
