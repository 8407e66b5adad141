// The texts that a repository starts with.
#pragma once

#include <string>
#include <string_view>

namespace rapport::commands {

/// .gitignore
std::string_view ignored_files();
/// .gitattributes
std::string git_attributes();
/// README.md
std::string first_steps(bool under_git);
/// rapport.yaml
std::string first_office(std::string_view mandate, std::string_view title, std::string_view id);

}  // namespace rapport::commands
