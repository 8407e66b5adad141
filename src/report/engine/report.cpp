#include "report/engine/report.hpp"

#include <algorithm>
#include <cassert>

namespace rapport::report {

Subject subject_of(About about) {
  using Kind = model::EngagementKind;
  static constexpr Kind visit[] = {Kind::visit};
  static constexpr Kind letter[] = {Kind::communication};
  static constexpr Kind case_or_letter[] = {Kind::case_, Kind::communication};
  switch (about) {
    case About::visit:
      return {visit, "is not a visit", true};
    case About::letter:
      return {letter, "is not a communication", true};
    case About::case_or_letter:
      return {case_or_letter, "is neither a case nor a letter"};
    case About::partners:
    case About::repository:
      break;
  }
  return {};
}

const ReportSpec& spec_of(std::string_view report) {
  const auto found = std::ranges::find(all_reports(), report, &base::Registered<ReportSpec>::name);
  assert(found != all_reports().end());
  return *found->spec;
}

}  // namespace rapport::report
