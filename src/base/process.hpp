// Runs another program, without a shell in between.
#pragma once

#include "base/result.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::base {

struct Command {
  std::vector<std::string> argv;  // argv[0] is a name to be looked up in PATH, or has a slash
  std::string input = {};         // given to it on its standard input
  std::string directory = {};     // where it runs; empty: here
  std::vector<std::string> environment = {};  // NAME=value, beside the clean environment
  std::chrono::milliseconds limit = {};       // after which it and its children are killed; 0: none
};

struct Finished {
  int status = 0;  // its exit status, when it ended by itself
  int signal = 0;  // the signal that ended it, else 0
  bool out_of_time = false;
  std::string out;
  std::string err;

  bool ok() const { return status == 0 && signal == 0; }
};

/// The program's full path, from the directories of PATH that are absolute; empty when not found.
std::string find_program(std::string_view name);

/// Starts the program, feeds and drains it, waits for its end. A program that ran and failed is no
/// failure here; one that could not be started is. Its environment holds PATH without its relative
/// directories, HOME, USER, LOGNAME, TERM, TMPDIR and the XDG directories of ours, LC_ALL=C.UTF-8
/// and what `command` adds; no open file but the standard three.
Result<Finished> run(const Command& command);

/// The arguments or the environment of a program as the system takes them, with a null at the end.
/// They point into `texts`.
std::vector<char*> pointers(std::vector<std::string>& texts);

}  // namespace rapport::base
