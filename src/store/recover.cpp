#include "store/recover.hpp"

#include "base/temporary.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "store/change.hpp"
#include "store/layout.hpp"
#include "store/settle.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>

namespace rapport::store {
namespace {

using base::Failing;
using base::Failure;

base::Failure set_aside(const base::Descriptor& root) {
  const auto path = set_journal_aside(root);
  if (!path) return path.failure();
  return {Failing::environment,
          "a change of several files was interrupted, and what was noted of it is damaged; '" +
              base::printable(*path) + "' keeps it",
          "look at `rapport validate` and `git status`, and run the command again"};
}

std::string text_of(const LeftFile& left) {
  const std::string text =
      fmt::format("'{}' {}", base::printable(left.path),
                  left.is_changed ? "was changed by another program" : "lacks its other version");
  return left.kept.empty()
             ? text
             : fmt::format("{} (one version is in '{}')", text, base::printable(left.kept));
}

Failure not_whole(const std::vector<LeftFile>& left, const Outlook& outlook, std::size_t files) {
  constexpr std::size_t most = 5;
  std::vector<std::string> texts;
  for (const LeftFile& file : left)
    if (texts.size() < most) texts.push_back(text_of(file));
  if (left.size() > most) texts.push_back(fmt::format("and {} more", left.size() - most));
  return {Failing::environment,
          fmt::format("{} an interrupted change of {}, except: {}",
                      outlook.direction == Direction::forward ? "finished" : "undid",
                      base::counted(files, "file"), base::join(texts, ", ")),
          "compare the versions, keep what is right, and run the command again"};
}

}  // namespace

base::Result<Recovery> recover(const Lock& lock) {
  base::Descriptor root(::open(lock.root().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!root) return base::failed("open", lock.root(), errno);
  auto found = find_journal(root);
  if (!found) return found.failure();
  if (!found->exists) return Recovery{};
  // Without locks, whoever wrote it may still be at work.
  if (!lock.is_held() && found->is_recent)
    return Failure{Failing::environment, "the repository is busy: another command is writing in it",
                   "run the command again after a minute"};
  if (!found->journal) return set_aside(root);
  const Change change(std::move(root), lock.root(), std::move(*found->journal));
  const auto way = outlook(change);
  if (!way) return way.failure();
  const auto left = settle(change, *way);
  if (!left) return left.failure();
  if (!left->empty()) return not_whole(*left, *way, change.size());
  return Recovery{way->direction == Direction::forward ? Recovery::Outcome::finished
                                                       : Recovery::Outcome::undone,
                  change.size()};
}

ChangeMark look_at_changes(const std::string& root) {
  struct stat folder {};
  struct stat journal {};
  const std::string path = fmt::format("{}/{}", root, own_folder);
  // Each journal that comes or goes leaves its time on the folder.
  if (::lstat(path.c_str(), &folder) != 0) return {};
  return {::lstat(fmt::format("{}/{}", path, journal_file).c_str(), &journal) == 0,
          folder.st_mtim.tv_sec, folder.st_mtim.tv_nsec};
}

bool is_interrupted(const std::string& root) {
  return look_at_changes(root).is_pending && !Lock::is_taken(root) &&
         look_at_changes(root).is_pending;
}

}  // namespace rapport::store
