// The settings of git's own files, read here and not by git, which would obey them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::store {

struct GitSetting {
  std::string section;  // in small letters
  std::string part;     // of `[section "part"]`; empty without
  std::string key;      // in small letters
  std::string value;    // without quotes and comments; "true" when there is none

  /// "filter.x.clean", as git's own commands take it.
  std::string name() const { return section + (part.empty() ? "." : "." + part + ".") + key; }
};

/// Nothing when git would refuse the text too.
std::optional<std::vector<GitSetting>> read_git_config(std::string_view text);

/// The setting names a program that git runs, or another file of settings, which may. Not where it
/// is our own (store/merge_driver.hpp).
bool runs_program(const GitSetting& setting);

/// The attributes in a .gitattributes that have git run a driver or change the text of files, each
/// once: "filter", "merge", "ident". The lines that `init` writes are passed over.
std::vector<std::string_view> active_attributes(std::string_view text);

}  // namespace rapport::store
