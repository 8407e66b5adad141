#include "model/period.hpp"

#include "model/engagement.hpp"

#include <fmt/format.h>

namespace rapport::model {

std::string Period::str() const {
  if (!to || from == to) return from.str();
  return fmt::format("{}..{}", from.str(), to.str());
}

namespace {

bool is_start_or_end(const value::Field& row) {
  return &row == &value::field_of<&Engagement::start>() ||
         &row == &value::field_of<&Engagement::end>();
}

bool is_between(const value::Field& row) {
  return &row == &value::field_of<&Engagement::between>();
}

}  // namespace

Period interval(const value::Field& row, const void* fields) {
  const bool is_own = is_between(row);
  if (!is_own && !is_start_or_end(row)) return {};
  const auto& engagement = *static_cast<const Engagement*>(fields);
  if (!is_own && engagement.start) return {};
  if (!engagement.between.empty())
    return {.from = engagement.between[0],
            .to = engagement.between[engagement.between.size() - 1],
            .is_once = true,
            .stands_in = !is_own};
  if (is_own || !engagement.communication || !engagement.communication->sent) return {};
  return {.from = engagement.communication->sent};
}

bool is_read_for(const value::Field& other, const value::Field& row) {
  return is_start_or_end(row) && (is_start_or_end(other) || is_between(other) ||
                                  &other == &value::field_of<&Communication::sent>());
}

}  // namespace rapport::model
