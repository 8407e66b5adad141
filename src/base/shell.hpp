// Commands that a person is to paste into a shell.
#pragma once

#include <string>
#include <string_view>

namespace rapport::base {

/// As a shell takes it for one word, whatever somebody called a file or folder.
std::string shell_word(std::string_view path);

}  // namespace rapport::base
