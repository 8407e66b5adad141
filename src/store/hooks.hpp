// The hooks by which git has rapport look at commits: small scripts, in the folder of git's own and
// nowhere else. What a repository's settings name is not followed.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::store {

enum class HookState : std::uint8_t {
  missing,
  installed,
  not_executable,  // installed, but git passes it over
  changed,         // ours, and no longer as it was written
  calls_rapport,   // of another program, with our line in it
  of_others,
};

struct Hook {
  std::string name;  // "pre-commit"
  std::string path;
  HookState state = HookState::missing;
  std::string line;  // what the hook of another program needs, to call ours
};

struct HookFolder {
  std::string path;            // absolute; of all work trees of the repository
  std::string records;         // the folder of the records, from the top of the work tree
  std::string elsewhere = {};  // where git looks for hooks instead, by its settings
};

/// Fails outside of a repository of git.
base::Result<HookFolder> find_hook_folder(const std::string& root);

/// All that there may be, in the order git runs them.
std::vector<Hook> look_at_hooks(const HookFolder& folder);

/// Writes those that are missing. What others wrote, or changed, stays as it is.
base::Done install_hooks(const HookFolder& folder);
/// Takes away those that are as they were written.
base::Done remove_hooks(const HookFolder& folder);

/// The text is that of one of our hooks, for records in that folder.
bool is_own_hook(std::string_view name, std::string_view text, std::string_view records);

/// The character that begins a comment in the message of a commit.
std::string comment_start(const std::string& root);

}  // namespace rapport::store
