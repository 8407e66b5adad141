// rapport-oracle [--records N] [--seed S] FOLDER...: reads generated records, damaged ones, and all
// files of the folders, and compares our reading with libyaml's and yaml-cpp's.
#include "generate.hpp"
#include "oracle.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace {

using namespace rapport::oracle;

struct Tally {
  long accepted = 0;
  long refused = 0;
  long wrong = 0;
};

void report(Tally& tally, const std::string& name, const std::string& text,
            const std::string& what) {
  if (++tally.wrong > 5) return;
  std::cout << name << ": " << what << "\n--- the text:\n" << text << "\n---\n";
}

void compare(Tally& tally, const std::string& name, const std::string& text) {
  const bool is_accepted = read_ours(text).has_value();
  ++(is_accepted ? tally.accepted : tally.refused);
  const std::string found = is_accepted ? disagreement(text) : std::string();
  if (!found.empty()) report(tally, name, text, found);
}

/// A record as it was meant, then the same with some bytes taken out, doubled or exchanged.
void generated(Tally& tally, std::uint64_t seed) {
  const Generated made = generate(seed);
  const std::string name = "generated " + std::to_string(seed);
  compare(tally, name, made.text);
  if (read_ours(made.text) != made.form)
    report(
        tally, name, made.text,
        "we read\n" + read_ours(made.text).value_or("(refused)") + "\nand meant is\n" + made.form);
  constexpr std::string_view bytes = " \n:-#'\"|>[]{},?\t~a&\\";
  std::uint64_t state = seed + 1;
  const auto below = [&state](std::size_t limit) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state >> 33) % limit;
  };
  std::string damaged = made.text;
  for (int i = 0; i < 4; ++i) {
    const std::size_t at = below(damaged.size());
    const std::size_t how = below(3);
    if (how == 0)
      damaged.erase(at, 1 + below(3));
    else if (how == 1)
      damaged.insert(at, 1, bytes[below(bytes.size())]);
    else
      damaged[at] = bytes[below(bytes.size())];
    if (damaged.empty()) return;
    compare(tally, name + ", damaged", damaged);
  }
}

std::vector<std::filesystem::path> files_below(const char* folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  std::uint64_t records = 10000;
  std::uint64_t seed = 1;
  Tally tally;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--records" && i + 1 < argc) {
      records = std::strtoull(argv[++i], nullptr, 10);
    } else if (word == "--seed" && i + 1 < argc) {
      seed = std::strtoull(argv[++i], nullptr, 10);
    } else {
      for (const auto& path : files_below(argv[i])) {
        std::ifstream file(path, std::ios::binary);
        compare(tally, path.string(), {std::istreambuf_iterator<char>(file), {}});
      }
    }
  }
  const long from_files = tally.accepted + tally.refused;
  for (std::uint64_t i = 0; i < records; ++i) generated(tally, seed + i);
  std::cout << from_files << " files and " << records << " generated records: " << tally.accepted
            << " texts accepted, " << tally.refused << " refused, " << tally.wrong
            << " read otherwise\n"
            << (tally.accepted + tally.refused - tally.wrong) << " passed, " << tally.wrong
            << " failed\n";
  return tally.wrong == 0 && tally.accepted > 0 ? 0 : 1;
}
