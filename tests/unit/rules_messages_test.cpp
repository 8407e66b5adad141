// What the words of rules recommend: programs and options that exist, places that are meant.
#include "cli/command.hpp"
#include "cli/global_options.hpp"
#include "rules/engine/rule.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace rapport::tests::rules_messages_test {
namespace {

namespace fs = std::filesystem;

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

/// The source of a rule with every text on one line.
std::string source_of(const fs::path& path) {
  std::ifstream file(path);
  std::ostringstream read;
  read << file.rdbuf();
  const std::string text = read.str();
  std::string joined;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto next = text.find_first_not_of(" \n", at + 1);
    const bool goes_on = text[at] == '"' && next != std::string::npos && text[next] == '"' &&
                         text.substr(at, next - at).find('\n') != std::string::npos;
    if (goes_on)
      at = next;
    else
      joined += text[at];
  }
  return joined;
}

bool takes(const cli::CommandSpec& command, std::string_view option) {
  cli::Options options;
  cli::GlobalOptions globals;
  cli::declare(options, globals);
  command.bind(options);
  return std::ranges::any_of(options.declared(), [&](const cli::Options::Declared& declared) {
    return !declared.is_argument && cli::long_name(declared) == option;
  });
}

/// What `words`, which stand behind "rapport ", name that does not exist.
void check_words(std::string_view words, const std::string& where) {
  words = words.substr(0, words.find_first_of("`\"\n"));
  const auto end = std::ranges::find_if_not(words, is_small) - words.begin();
  const auto name = words.substr(0, static_cast<std::size_t>(end));
  const auto commands = commands::all_commands();
  const auto command = std::ranges::find(commands, name, &base::Registered<cli::CommandSpec>::name);
  CHECK_MESSAGE(command != commands.end(), where << " names rapport " << name);
  if (command == commands.end()) return;
  for (auto at = words.find(" --"); at != std::string_view::npos; at = words.find(" --", at + 1)) {
    const auto option = words.substr(at + 1, words.find_first_of(" ,.;)", at + 1) - at - 1);
    CHECK_MESSAGE(takes(*command->spec, option), where << ": " << name << " has no " << option);
  }
}

}  // namespace

TEST_CASE("rules: each command and option that a rule recommends exists") {
  std::size_t found = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(RAPPORT_SOURCE_DIR) / "src/rules")) {
    if (entry.path().extension() != ".cpp") continue;
    const std::string text = source_of(entry.path());
    constexpr std::string_view program = "rapport ";
    for (auto at = text.find(program); at != std::string::npos; at = text.find(program, at + 1)) {
      const auto words = std::string_view(text).substr(at + program.size());
      const bool named = at > 0 &&
                         (text[at - 1] == '`' || text[at - 1] == '"' || text[at - 1] == ' ') &&
                         is_small(words.front());
      if (!named) continue;
      ++found;
      check_words(words, entry.path().filename().string());
    }
  }
  CHECK(found >= 5);
}

}  // namespace rapport::tests::rules_messages_test
