// The lines of the benchmark, and whether one of them is over its limit.
#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <string_view>

namespace bench {

class Sheet {
 public:
  void add(std::string_view name, double value, std::string_view unit) {
    fmt::print("{}\t{:.3f}\t{}\t-\n", name, value, unit);
    std::fflush(stdout);
  }
  void add(std::string_view name, double value, std::string_view unit, double limit) {
    fmt::print("{}\t{:.3f}\t{}\t{}\n", name, value, unit, limit);
    std::fflush(stdout);
    if (!(value <= limit)) {
      fmt::print(stderr, "{}: {:.3f} {} is over the limit of {}\n", name, value, unit, limit);
      missed_ = true;
    }
  }
  void fail(std::string_view text) {
    fmt::print(stderr, "{}\n", text);
    missed_ = true;
  }
  bool missed() const { return missed_; }

 private:
  bool missed_ = false;
};

}  // namespace bench
