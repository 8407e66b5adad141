// Runs programs one after the other, several times in turn, and keeps the least each took.
#pragma once

#include <string>
#include <vector>

namespace bench {

struct Contender {
  std::string name;
  std::vector<std::string> argv;
  std::string directory;
  int status = 0;        // the exit status it must have
  double seconds = 0;    // the least of all runs
  double megabytes = 0;  // the most memory it held, of all runs
};

/// `runs` rounds of all contenders in turn, so that a busy moment meets all of them. Ends the
/// benchmark when one of them exits with another status than it must.
void race(std::vector<Contender>& contenders, int runs);

/// What a program prints on standard output.
std::string output_of(const Contender& contender);

}  // namespace bench
