#include "app/push_check.hpp"

#include "app/message_check.hpp"
#include "base/text.hpp"
#include "store/git.hpp"

#include <fmt/format.h>

#include <set>
#include <utility>

namespace rapport::app {
namespace {

bool is_nothing(std::string_view object) {
  return object.find_first_not_of('0') == std::string_view::npos;
}

/// `there`: the object that the other repository has under that name; git may not have it here.
base::Result<PushedCommit> pushed_commit(const std::string& root, const std::string& object,
                                         const std::string& there) {
  auto commit = store::find_commit(root, object);
  if (!commit) return commit.failure();
  PushedCommit pushed{.commit = std::move(*commit)};
  if (!is_nothing(there))
    if (const auto known = store::find_commit(root, there)) pushed.before = known->hash;
  auto messages = store::read_messages(
      root, {pushed.commit.hash, "--not", pushed.before.empty() ? "--remotes" : pushed.before});
  if (!messages) return messages.failure();
  pushed.messages = std::move(*messages);
  if (pushed.before.empty() && !pushed.messages.empty())
    if (const auto parent = store::find_commit(root, pushed.messages.back().commit.hash + "^"))
      pushed.before = parent->hash;
  return pushed;
}

}  // namespace

base::Result<std::vector<PushedCommit>> pushed_commits(const std::string& root,
                                                       std::string_view input) {
  if (auto history = store::has_history(root); !history) return history.failure();
  std::vector<PushedCommit> all;
  std::set<std::string> seen;
  for (const auto line : base::lines(input)) {
    const auto words = base::split(base::trim(line), ' ');
    if (words.size() != 4 || is_nothing(words[1])) continue;
    const std::string object(words[1]);
    const std::string there(words[3]);
    if (!seen.insert(object + there).second) continue;
    auto pushed = pushed_commit(root, object, there);
    if (!pushed) return pushed.failure();
    all.push_back(std::move(*pushed));
  }
  return all;
}

base::Done check_messages(const std::string& root, const PushedCommit& pushed,
                          const Occasion& occasion, bool excerpts) {
  if (pushed.messages.empty()) return base::done();
  std::vector<std::string> others;
  if (!pushed.before.empty()) others.push_back(pushed.before);
  const auto check = MessageCheck::of_commits(root, pushed.commit.hash, others, occasion);
  if (!check) return check.failure();
  for (const auto& message : pushed.messages)
    if (auto checked = check->check(
            message.text, fmt::format("the message of commit {}", message.commit.short_hash()),
            excerpts);
        !checked)
      return checked;
  return base::done();
}

}  // namespace rapport::app
