// rapport-bench-yaml FILE...: how fast the reader alone is, on the files given, which are in memory.
#include "yaml/tree.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

/// Of this thread only: other work on the machine does not count.
double seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> texts;
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  rapport::yaml::Tree tree;
  std::size_t bytes = 0;
  std::size_t nodes = 0;
  for (const std::string& text : texts) {
    if (rapport::yaml::parse(text, tree).error.problem != rapport::yaml::Problem::none) return 1;
    bytes += text.size();
    nodes += tree.nodes.size();
  }
  if (bytes == 0) return 1;
  const std::size_t rounds = std::max<std::size_t>(1, 20'000'000 / bytes);
  double best = 1e9;
  for (int run = 0; run < 5; ++run) {
    const double start = seconds();
    for (std::size_t round = 0; round < rounds; ++round)
      for (const std::string& text : texts) rapport::yaml::parse(text, tree);
    best = std::min(best, (seconds() - start) / static_cast<double>(rounds));
  }
  std::printf("parse\t%.0f\tMB/s\n", static_cast<double>(bytes) / best / 1e6);
  std::printf("parse-kB\t%.2f\tus\n", best * 1e9 / static_cast<double>(bytes));
  std::printf("parse-node\t%.1f\tns\n", best * 1e9 / static_cast<double>(nodes));
}
