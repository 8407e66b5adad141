// The options that every command takes, before or after its name.
#pragma once

#include "cli/options.hpp"

#include <string>

namespace rapport::cli {

struct GlobalOptions {
  std::string directory;  // -C; empty: here
  std::string today;
  std::string at;
  std::string format;
  std::string output;
  std::string color = "auto";
  std::string audience;
  unsigned threads = 0;  // 0: as many as this process may run at once
  bool no_pager = false;
  bool quiet = false;
  bool verbose = false;
  bool despite_errors = false;
  bool protected_output = false;
  bool help = false;
  bool version = false;
};

void declare(Options& options, GlobalOptions& globals);

}  // namespace rapport::cli
