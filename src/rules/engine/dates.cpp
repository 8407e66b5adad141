#include "rules/engine/dates.hpp"

namespace rapport::rules {

std::string long_date(const value::Date& date) {
  return date.precision() == value::Precision::unknown ? "an unknown day" : date.in_words();
}

}  // namespace rapport::rules
