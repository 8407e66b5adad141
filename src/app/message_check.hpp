// Whether the message of a commit names somebody whom the records protect: it goes wherever the
// repository goes, and no release clears it.
#pragma once

#include "app/occasion.hpp"
#include "base/result.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::app {

class Snapshot;

class MessageCheck {
 public:
  /// By the names in the records as they are staged and in the last commit: who leaves the records
  /// with this commit is still protected. Fails when a staged record cannot be read.
  static base::Result<MessageCheck> of_staged(const std::string& root, const Occasion& occasion);
  /// By those in a commit, and in others if git has them.
  static base::Result<MessageCheck> of_commits(const std::string& root, const std::string& commit,
                                               const std::vector<std::string>& others,
                                               const Occasion& occasion);

  /// Fails when the message has a name, number or address. The words are shown with `excerpts`
  /// alone. `what` is "the message of the commit".
  base::Done check(std::string_view message, std::string_view what, bool excerpts) const;

 private:
  explicit MessageCheck(value::Date today) : today_(today) {}

  base::Done add(const std::string& root, const std::string& commit, const Occasion& occasion);

  value::Date today_;
  std::vector<std::shared_ptr<const Snapshot>> records_;
};

/// What of a message file git keeps: without its comments and what it shows below the scissors,
/// where an editor was used. `comment`: the first character of its comments.
std::string kept_message(std::string_view text, bool was_edited, std::string_view comment);

}  // namespace rapport::app
