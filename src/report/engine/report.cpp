#include "report/engine/report.hpp"

#include <algorithm>
#include <cassert>

namespace rapport::report {

const ReportSpec& spec_of(std::string_view report) {
  const auto found = std::ranges::find(all_reports(), report, &base::Registered<ReportSpec>::name);
  assert(found != all_reports().end());
  return *found->spec;
}

}  // namespace rapport::report
