#include "store/hooks.hpp"

#include "base/embedded.hpp"
#include "base/files.hpp"
#include "base/temporary.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "store/git.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <span>

namespace rapport::store {

std::span<const base::Embedded> shipped_hooks();

namespace {

using base::Failing;
using base::Failure;

constexpr std::array<std::string_view, 3> hook_names = {"pre-commit", "commit-msg", "pre-push"};
constexpr std::size_t most_text = std::size_t{64} << 10;

std::string_view shipped(std::string_view name) {
  for (const base::Embedded& file : shipped_hooks())
    if (file.name == name) return file.text;
  return {};
}

/// As any shell takes it for one word.
std::string quoted(std::string_view records) {
  if (records.empty()) return ".";
  return "'./" + base::replace_all(records, "'", "'\\''") + "'";
}

std::string text_of_hook(std::string_view name, std::string_view records) {
  return base::replace_all(shipped(name), "folder=.\n",
                           fmt::format("folder={}\n", quoted(records)));
}

/// The last line of the script, without `exec`.
std::string line_of_hook(std::string_view name, std::string_view records) {
  const std::string_view text = base::trim(shipped(name));
  const auto last = text.substr(text.rfind('\n') + 1);
  constexpr std::string_view start = "exec ";
  return base::replace_all(last.substr(start.size()), "\"$folder\"", quoted(records)) +
         " || exit 1";
}

bool is_regular(const std::string& path, bool& is_executable) {
  struct stat info {};
  if (::lstat(path.c_str(), &info) != 0) return false;
  is_executable = (info.st_mode & 0111) != 0;
  return S_ISREG(info.st_mode);
}

HookState state_of(const Hook& hook, const std::string& records) {
  if (!base::exists(hook.path)) return HookState::missing;
  bool is_executable = false;
  const auto text = base::read_file(hook.path, most_text);
  if (!is_regular(hook.path, is_executable) || !text) return HookState::of_others;
  if (is_own_hook(hook.name, *text, records))
    return is_executable ? HookState::installed : HookState::not_executable;
  // The second line, which tells whose it is.
  const auto lines = base::lines(shipped(hook.name));
  const bool has_our_mark = text->find(lines[1]) != std::string::npos;
  for (const auto line : base::lines(*text))
    if (is_executable && base::trim(line) == hook.line) return HookState::calls_rapport;
  return has_our_mark ? HookState::changed : HookState::of_others;
}

/// git's own setting, whoever made it; our calls overrule it.
std::string hooks_path(const std::string& root) {
  const auto all =
      ask_git(root, {"config", "--null", "--show-origin", "--get-all", "core.hooksPath"});
  if (!all) return {};
  const auto words = base::split(*all, '\0');
  std::string path;
  for (std::size_t i = 0; i + 1 < words.size(); i += 2)
    if (!words[i].starts_with("command line")) path = words[i + 1];
  return path;
}

base::Done make_folder(const std::string& path) {
  struct stat info {};
  if (::mkdir(path.c_str(), 0777) != 0 && errno != EEXIST)
    return base::failed("create", path, errno);
  if (::lstat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) return base::done();
  return Failure{Failing::refused, fmt::format("'{}' is not a directory", base::printable(path)),
                 "git's hooks are written into its own folder only"};
}

}  // namespace

base::Result<HookFolder> find_hook_folder(const std::string& root) {
  if (auto history = has_history(root); !history) return history.failure();
  const auto common = ask_git(root, {"rev-parse", "--git-common-dir"});
  if (!common) return common.failure();
  const std::string named(base::trim(*common));
  const std::string path = named.starts_with('/') ? named : root + "/" + named;
  char real[PATH_MAX];
  if (::realpath(path.c_str(), real) == nullptr) return base::failed("open", path, errno);
  const std::string tree = find_work_tree(root);
  HookFolder folder{
      .path = std::string(real) + "/hooks",
      .records = root.substr(std::min(root.size(), tree == "/" ? 1 : tree.size() + 1)),
      .elsewhere = hooks_path(root)};
  if (base::printable(folder.records) != folder.records)
    return Failure{Failing::environment,
                   fmt::format("the folder '{}' has a name that no script can contain",
                               base::printable(folder.records)),
                   "give it a name without control characters"};
  return folder;
}

std::vector<Hook> look_at_hooks(const HookFolder& folder) {
  std::vector<Hook> hooks;
  for (const auto name : hook_names) {
    Hook& hook = hooks.emplace_back(Hook{.name = std::string(name),
                                         .path = fmt::format("{}/{}", folder.path, name),
                                         .line = line_of_hook(name, folder.records)});
    hook.state = state_of(hook, folder.records);
  }
  return hooks;
}

base::Done install_hooks(const HookFolder& folder) {
  if (!folder.elsewhere.empty())
    return Failure{
        Failing::environment,
        fmt::format("git looks for hooks in '{}' (core.hooksPath), and would pass ours over",
                    base::printable(folder.elsewhere)),
        "`git config --show-origin core.hooksPath` shows where this is set; take it out there, or "
        "call `rapport validate --staged` from the hook there"};
  if (auto made = make_folder(folder.path); !made) return made;
  for (const Hook& hook : look_at_hooks(folder)) {
    if (hook.state == HookState::not_executable && ::chmod(hook.path.c_str(), 0755) != 0)
      return base::failed("change", hook.path, errno);
    if (hook.state != HookState::missing) continue;
    const std::string text = text_of_hook(hook.name, folder.records);
    if (auto written = base::write_file(hook.path, text, {.mode = 0755, .only_create = true});
        !written)
      return written;
  }
  return base::done();
}

base::Done remove_hooks(const HookFolder& folder) {
  for (const Hook& hook : look_at_hooks(folder)) {
    if (hook.state != HookState::installed && hook.state != HookState::not_executable) continue;
    if (::unlink(hook.path.c_str()) != 0 && errno != ENOENT)
      return base::failed("remove", hook.path, errno);
  }
  return base::done();
}

bool is_own_hook(std::string_view name, std::string_view text, std::string_view records) {
  return !shipped(name).empty() && text == text_of_hook(name, records);
}

std::string comment_start(const std::string& root) {
  const auto set = ask_git(root, {"config", "--get", "core.commentChar"});
  const auto typed = set ? base::trim(*set) : std::string_view{};
  return std::string(typed.size() == 1 ? typed : "#");
}

}  // namespace rapport::store
