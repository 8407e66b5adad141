// What a calendar shows: the slots of a programme, and days something is due.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace rapport::view {

/// A moment with the offset it was agreed in; without a time it is the whole day.
struct When {
  std::chrono::year_month_day day = {};
  bool has_time = false;
  std::chrono::minutes time = {};    // since midnight, there
  std::chrono::minutes offset = {};  // from UTC
};

struct Event {
  std::string uid = {};  // the same for the same slot in every edition
  std::string title = {};
  When start = {};
  When end = {};  // when it is without a day: not known
  std::string place = {};
  std::string description = {};
  bool tentative = false;
};

struct Events {
  std::string title = {};
  std::string classification = {};
  std::vector<Event> events = {};
};

}  // namespace rapport::view
