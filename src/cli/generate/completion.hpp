// Completion for shells, made from what commands declare. What only the repository knows, such as
// ids, the script asks the program for when it is needed.
#pragma once

#include "cli/command.hpp"
#include "cli/options.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::cli {

inline constexpr std::array<std::string_view, 3> shells = {"bash", "zsh", "fish"};

/// `shell` must be one of them.
std::string completion_script(std::string_view shell, Commands commands);

/// What a script can ask the program for, sorted; and what each of them is.
std::vector<std::string_view> questions();
Offer asked_for(std::string_view question);  // nothing: there is no such question

/// The file's name in data/completions/ and, but for bash, where the shell looks for it.
std::string_view completion_file(std::string_view shell);

}  // namespace rapport::cli
