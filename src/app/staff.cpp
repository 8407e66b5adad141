#include "app/staff.hpp"

#include "app/records.hpp"

namespace rapport::app {

std::vector<std::string> staff_keys(const Snapshot& snapshot, value::Date today) {
  std::vector<std::string> keys;
  for (const model::Staff& member : snapshot.records().office().staff)
    if (member.key && !value::sure_before(member.until, today)) keys.push_back(member.key.str());
  return keys;
}

}  // namespace rapport::app
