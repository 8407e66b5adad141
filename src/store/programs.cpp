#include "store/programs.hpp"

#include "base/descriptor.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "store/git.hpp"
#include "store/git_config.hpp"
#include "store/hooks.hpp"
#include "store/layout.hpp"
#include "store/load.hpp"
#include "store/walk.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/statfs.h>

#include <algorithm>
#include <iterator>
#include <optional>

namespace rapport::store {
namespace {

struct Starter {
  std::string_view path;
  std::string_view program;  // that runs what is in it
};

constexpr Starter starters[] = {
    {".devcontainer", "an editor"},
    {".devcontainer.json", "an editor"},
    {".dir-locals.el", "Emacs"},
    {".envrc", "direnv"},
    {".exrc", "Vim"},
    {".fleet/run.json", "Fleet"},
    {".idea", "IntelliJ"},
    {".justfile", "just"},
    {".lvimrc", "Vim"},
    {".mise.toml", "mise"},
    {".nvim.lua", "Vim"},
    {".nvimrc", "Vim"},
    {".vimrc", "Vim"},
    {".vscode/launch.json", "VS Code"},
    {".vscode/tasks.json", "VS Code"},
    {".zed/tasks.json", "Zed"},
    {"CMakeLists.txt", "CMake"},
    {"Dockerfile", "Docker"},
    {"GNUmakefile", "make"},
    {"Gemfile", "Bundler"},
    {"Justfile", "just"},
    {"Makefile", "make"},
    {"Rakefile", "rake"},
    {"Taskfile.yml", "task"},
    {"Vagrantfile", "Vagrant"},
    {"autorun.inf", "Windows"},
    {"compose.yaml", "Docker"},
    {"default.nix", "Nix"},
    {"docker-compose.yml", "Docker"},
    {"flake.nix", "Nix"},
    {"justfile", "just"},
    {"makefile", "make"},
    {"mise.toml", "mise"},
    {"package.json", "npm"},
    {"shell.nix", "Nix"},
};

/// Of files that a click runs.
constexpr std::string_view program_suffixes[] = {
    ".bat", ".cmd", ".com", ".desktop", ".exe", ".hta", ".jar", ".js",  ".jse", ".lnk",
    ".msi", ".pif", ".ps1", ".py",      ".scr", ".sh",  ".vbe", ".vbs", ".wsf"};

bool is_executable(const std::string& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode) && (info.st_mode & 0111) != 0;
}

/// Ours beside the records: looked into here, and as deep as the records.
constexpr std::string_view folders_beside[] = {rows_folder, templates_folder, log_folder};

/// Whether its files have the modes that somebody gave them. Some file systems have none to give,
/// and say of every file that it may be run. That is asked of the system and not of the files:
/// those were made by whoever made the repository.
bool has_modes(const std::string& directory) {
  constexpr unsigned long without[] = {
      0x00004d44,  // FAT
      0x2011bab0,  // exFAT
      0x5346544e,  // NTFS
      0x7366746e,  // NTFS, by the newer driver
      0xff534d42,  // CIFS
      0xfe534d42,  // SMB 2
      0x01021997,  // 9P: folders of the host, in a virtual machine or WSL
      0x786f4256,  // VirtualBox
      0x65735546,  // FUSE
  };
  struct statfs info {};
  if (::statfs(directory.c_str(), &info) != 0) return true;
  const auto kind = static_cast<unsigned long>(info.f_type) & 0xffffffff;
  return std::ranges::find(without, kind) == std::end(without);
}

bool is_folder(const std::string& path) {
  struct stat info {};
  return ::lstat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

std::string_view name_in(std::string_view path) { return path.substr(path.rfind('/') + 1); }

class Finder {
 public:
  Finder(const std::string& root, base::Arena& names)
      : root_(root), names_(names), has_modes_(has_modes(root)) {}

  void look(std::span<const std::string_view> hidden) {
    for (const std::string& name : names_in(root_)) {
      entry(name);
      const bool is_looked_into = std::ranges::count(record_folders, name) != 0 ||
                                  std::ranges::count(folders_beside, name) != 0;
      for (const std::string_view inner : {".gitattributes", ".git"})
        if (!is_looked_into && base::exists(full(name + "/" + std::string(inner))))
          entry(fmt::format("{}/{}", name, inner));
    }
    for (const std::string_view path : hidden) entry(std::string(path));
    for (const std::string_view folder : folders_beside) below(std::string(folder), 1);
    look_above();
  }

  std::vector<PathTrouble> take() { return std::move(found_); }

 private:
  std::string full(const std::string& path) const {
    return path.starts_with('/') ? path : root_ + "/" + path;
  }

  void add(std::string_view path, Trouble trouble, std::string_view other = {}) {
    found_.push_back({names_.copy(path), trouble, 0, names_.copy(other)});
  }

  /// The text, or nothing when there is no such file; of one that is too large or no file, that it
  /// is there.
  std::optional<std::string_view> text_of(const std::string& path, Trouble trouble) {
    const std::string where = full(path);
    const auto slash = where.rfind('/');
    const base::Descriptor folder(
        ::open(where.substr(0, slash + 1).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder) return std::nullopt;
    const Loaded loaded = load(folder.number(), where.c_str() + slash + 1, names_);
    if (loaded.trouble == Trouble::none || loaded.trouble == Trouble::hard_link) return loaded.text;
    if (loaded.error != ENOENT) add(path, trouble);
    return std::nullopt;
  }

  void entry(const std::string& path) {
    const std::string_view name = name_in(path);
    if (name == ".git") return git_directory(path);
    if (name == ".gitattributes") return attributes(path);
    for (const Starter& starter : starters) {
      const auto folder = starter.path.substr(0, starter.path.find('/'));
      if (folder != name) continue;
      const std::string found = path + std::string(starter.path.substr(folder.size()));
      if (base::exists(full(found))) add(found, Trouble::starts_program, starter.program);
      if (folder.size() == starter.path.size()) return;
    }
    if (!is_told(path)) program(path);
  }

  /// Where YAML is read everything else is told already, but not what begins with a dot.
  static bool is_told(std::string_view path) {
    const auto slash = path.find('/');
    return slash != path.npos && !name_in(path).starts_with('.') &&
           std::ranges::count(read_folders, path.substr(0, slash)) != 0;
  }

  void program(const std::string& path) {
    const std::string_view name = name_in(path);
    const auto suffix = base::lower_ascii(name.substr(std::min(name.rfind('.'), name.size())));
    const bool is_named = std::ranges::count(program_suffixes, suffix) != 0;
    if (is_named || (has_modes_ && is_executable(full(path)))) add(path, Trouble::starts_program);
  }

  /// Everything in one of our folders. No link is followed.
  void below(const std::string& folder, int level) {
    if (level > directory_limit || !is_folder(full(folder))) return;
    for (const std::string& name : names_in(full(folder))) {
      const std::string path = folder + "/" + name;
      if (!is_told(path)) entry(path);
      if (!name.starts_with('.')) below(path, level + 1);
    }
  }

  void attributes(const std::string& path) {
    const auto text = text_of(path, Trouble::git_attribute);
    if (!text) return;
    for (const auto name : active_attributes(*text)) add(path, Trouble::git_attribute, name);
  }

  /// A file `.git` names the directory, and that may name the one it shares its settings with.
  void git_directory(std::string path) {
    struct stat info {};
    if (::stat(full(path).c_str(), &info) != 0) return;
    if (S_ISREG(info.st_mode)) {
      const auto text = text_of(path, Trouble::git_setting);
      const auto named = text ? named_git_directory(*text) : std::nullopt;
      if (!named) return;
      path = joined(path.substr(0, path.size() - std::string_view(".git").size()), *named);
    }
    settings(path + "/config.worktree");
    attributes(path + "/info/attributes");
    if (const auto common = base::read_file(full(path + "/commondir"), 4096))
      path = joined(path + "/", base::trim(*common));
    settings(path + "/config");
    hooks(path + "/hooks");
  }

  static std::string joined(const std::string& folder, std::string_view path) {
    return path.starts_with('/') ? std::string(path) : folder + std::string(path);
  }

  void settings(const std::string& path) {
    const auto text = text_of(path, Trouble::git_setting);
    if (!text) return;
    const auto read = read_git_config(*text);
    if (!read) return add(path, Trouble::git_setting);
    for (const GitSetting& setting : *read)
      if (runs_program(setting)) add(path, Trouble::git_setting, setting.name());
  }

  void hooks(const std::string& folder) {
    for (const std::string& name : names_in(full(folder))) {
      const std::string path = folder + "/" + name;
      if (!name.ends_with(".sample") && is_executable(full(path)) && !is_ours(name, full(path)))
        add(path, Trouble::git_hook);
    }
  }

  /// To the last byte: a script that only looks like ours can run anything.
  bool is_ours(const std::string& name, const std::string& path) const {
    struct stat info {};
    if (::lstat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return false;
    const std::string tree = find_work_tree(root_);
    const auto text = base::read_file(path, std::size_t{64} << 10);
    const std::size_t above = tree == "/" ? 1 : tree.size() + 1;
    return text && !tree.empty() &&
           is_own_hook(name, *text, root_.substr(std::min(root_.size(), above)));
  }

  /// The repository of git that the root is a folder of.
  void look_above() {
    const std::string directory = find_work_tree(root_);
    if (directory.empty() || directory == root_) return;
    std::string above;
    const auto below = std::string_view(root_).substr(directory == "/" ? 0 : directory.size());
    for (const char c : below)
      if (c == '/') above += "../";
    git_directory(above + ".git");
    if (base::exists(directory + "/.gitattributes")) attributes(above + ".gitattributes");
  }

  const std::string& root_;
  base::Arena& names_;
  const bool has_modes_;
  std::vector<PathTrouble> found_;
};

}  // namespace

std::vector<PathTrouble> find_programs(const std::string& root,
                                       std::span<const std::string_view> hidden,
                                       base::Arena& names) {
  Finder finder(root, names);
  finder.look(hidden);
  return finder.take();
}

}  // namespace rapport::store
