// What Monday's page prints of each plan, goal and need, and of each letter that becomes public.
#pragma once

#include "mandate/questions/agenda.hpp"
#include "mandate/questions/deadlines.hpp"
#include "report/engine/report.hpp"

#include <optional>
#include <string>

namespace rapport::report {

struct PlanLine {
  std::string kind;
  std::string what;
  std::string who;
  std::string id = {};
};

/// Nothing where it may not be read.
std::optional<PlanLine> plan_line(const Request& request, const mandate::questions::Plan& plan);

/// "names: Ana (full), Luis (initials)": whom the letter names, and how; "it names no one".
std::string names_to_check(const Request& request, model::RecordId letter);

}  // namespace rapport::report
