// What commands that write take, and those that read the history, beside git at the same work.
#pragma once

#include <string>

namespace bench {

class Sheet;

/// A clone of `clean` in `root`, with commits that each change a few records, on fixed days.
void make_history(const std::string& clean, const std::string& root);

void race_history(const std::string& rapport, const std::string& root, Sheet& sheet);
void race_writing(const std::string& rapport, const std::string& root, Sheet& sheet);

}  // namespace bench
