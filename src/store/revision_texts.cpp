#include "store/revision_texts.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "store/entry_names.hpp"
#include "store/layout.hpp"

#include <algorithm>
#include <cerrno>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace rapport::store {
namespace {

EntryKind kind_of_mode(std::string_view mode) {
  if (is_file_mode(mode)) return EntryKind::file;
  return mode == "120000" ? EntryKind::link : EntryKind::other;
}

constexpr int lacks = ENODATA;  // the clone is partial, or damaged

/// Goes over paths as a walk does over directories.
class TreeWalk {
 public:
  explicit TreeWalk(Texts& found) : found_(found) {}

  /// Whether the file is to be read.
  bool look_at(const TreeFile& file) {
    if (file.path == office_file) return judge_office(file);
    const std::string_view path = found_.memory->copy(file.path);
    if (!enter_folders(path)) return false;
    const auto slash = path.rfind('/');
    const auto name = path.substr(slash + 1);
    if (name.starts_with('.')) return false;
    const Trouble wrong = judge(name, kind_of_mode(file.mode));
    Names& names = folders_[path.substr(0, slash)];
    if (wrong == Trouble::none) names.ids.push_back(name);
    if (wrong == Trouble::not_canonical) names.others.push_back(name);
    if (wrong != Trouble::none && wrong != Trouble::not_canonical) add(path, wrong);
    return wrong == Trouble::none;
  }

  void finish() {
    for (auto& [folder, names] : folders_)
      for (const auto& [name, twin] : find_twins(names.ids, std::move(names.others))) {
        add(joined(folder, name), twin.empty() ? Trouble::not_canonical : Trouble::case_twin);
        if (!twin.empty()) found_.troubles.back().other = joined(folder, twin);
      }
  }

 private:
  struct Names {
    std::vector<std::string_view> ids;
    std::vector<std::string_view> others;
  };

  bool judge_office(const TreeFile& file) {
    const EntryKind kind = kind_of_mode(file.mode);
    if (kind == EntryKind::file) return true;
    add(office_file, kind == EntryKind::link ? Trouble::link : Trouble::not_regular);
    return false;
  }

  /// Whether all folders on the way are looked into; each is judged once.
  bool enter_folders(std::string_view path) {
    int level = 0;
    for (auto slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1)) {
      const auto folder = path.substr(0, slash);
      const auto name = folder.substr(folder.rfind('/') + 1);
      if (name.starts_with('.')) return false;
      const Trouble wrong = ++level > static_cast<int>(base::limits::folder_depth)
                                ? Trouble::too_deep
                                : judge(name, EntryKind::directory);
      if (wrong != Trouble::none && judged_.insert(folder).second) add(folder, wrong);
      if (wrong == Trouble::too_deep || wrong == Trouble::not_regular) return false;
    }
    return level > 0;
  }

  std::string_view joined(std::string_view folder, std::string_view name) {
    return found_.memory->copy(std::string(folder) + "/" + std::string(name));
  }

  void add(std::string_view path, Trouble trouble) {
    found_.troubles.push_back({path, trouble, 0, {}});
  }

  Texts& found_;
  std::map<std::string_view, Names> folders_;
  std::set<std::string_view> judged_;
};

}  // namespace

base::Result<Texts> texts_of(const std::string& root, std::span<const TreeFile> files) {
  Texts texts;
  TreeWalk walk(texts);
  std::vector<const TreeFile*> read;
  std::vector<std::string> names;
  for (const TreeFile& file : files) {
    if (!walk.look_at(file)) continue;
    read.push_back(&file);
    names.push_back(file.object);
  }
  walk.finish();
  const auto objects = read_objects(root, std::move(names));
  if (!objects) return objects.failure();
  for (const TreeFile* file : read) {
    const std::string_view path = texts.memory->copy(file->path);
    const auto* text = objects->find(file->object);
    const bool is_large = std::ranges::binary_search(objects->too_large, file->object);
    if (text != nullptr)
      texts.files.push_back({path, texts.memory->copy(*text)});
    else if (is_large)
      texts.troubles.push_back({path, Trouble::too_large, 0, {}});
    else
      texts.troubles.push_back({path, Trouble::unreadable, lacks, {}});
  }
  return texts;
}

base::Result<Texts> read_commit(const std::string& root, const std::string& commit) {
  const auto files = files_of_commit(root, commit);
  if (!files) return files.failure();
  return texts_of(root, *files);
}

base::Result<Texts> read_staged(const std::string& root, const std::string& index) {
  const auto files = staged_files(root, index);
  if (!files) return files.failure();
  return texts_of(root, *files);
}

}  // namespace rapport::store
