#include "cli/records.hpp"

#include <algorithm>

namespace rapport::cli {

std::vector<std::string> Records::unreadable() const {
  std::vector<std::string> paths;
  for (const auto& found : reading.faults)
    if (found.fault.code.is_syntax() &&
        !(found.fault.code == value::FaultCode(yaml::Problem::byte_order_mark)))
      paths.emplace_back(found.source->path);
  for (const auto& trouble : reading.troubles)
    if (trouble.trouble != store::Trouble::not_yaml &&
        trouble.trouble != store::Trouble::hard_link)
      paths.emplace_back(trouble.path);
  std::ranges::sort(paths);
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

}  // namespace rapport::cli
