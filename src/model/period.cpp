#include "model/period.hpp"

#include "model/engagement.hpp"

#include <fmt/format.h>

namespace rapport::model {

std::string Period::str() const {
  if (!to || from == to) return from.str();
  return fmt::format("{}..{}", from.str(), to.str());
}

Period interval(const value::Field& row, const void* fields) {
  const bool is_between = &row == &value::field_of<&Engagement::between>();
  if (!is_between && &row != &value::field_of<&Engagement::start>() &&
      &row != &value::field_of<&Engagement::end>())
    return {};
  const auto& engagement = *static_cast<const Engagement*>(fields);
  if (engagement.between.empty() || (!is_between && engagement.start)) return {};
  return {.from = engagement.between[0],
          .to = engagement.between[engagement.between.size() - 1],
          .is_once = true,
          .stands_in = !is_between};
}

}  // namespace rapport::model
