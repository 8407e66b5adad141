// What is pushed: its commits, and whether their messages name somebody.
#pragma once

#include "app/occasion.hpp"
#include "base/result.hpp"
#include "store/commits.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::app {

struct PushedCommit {
  store::Commit commit;
  std::vector<store::Message> messages = {};  // of the commits that are new there
  /// The commit that is there already; where none is known, the one the new ones begin from. Empty:
  /// everything is new.
  std::string before = {};
};

/// From the lines that git gives its hook: "<ref> <object> <ref there> <object there>". Each commit
/// once; what is only removed there is left out.
base::Result<std::vector<PushedCommit>> pushed_commits(const std::string& root,
                                                       std::string_view input);

/// Fails when one of the messages has a name, number or address that the records protect.
base::Done check_messages(const std::string& root, const PushedCommit& pushed,
                          const Occasion& occasion, bool excerpts);

}  // namespace rapport::app
