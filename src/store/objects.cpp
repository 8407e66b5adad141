#include "store/objects.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "store/git.hpp"
#include "store/layout.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <climits>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace rapport::store {
namespace {

constexpr std::chrono::seconds long_enough{60};  // for a history of many years

/// "100644 blob <name>\t<path>" of a commit, "100644 <name> <stage>\t<path>" of the index.
std::vector<TreeFile> listed(std::string_view list, std::size_t name_at) {
  std::vector<TreeFile> files;
  for (const auto entry : base::split(list, '\0')) {
    const auto tab = entry.find('\t');
    if (tab == entry.npos) continue;
    const auto words = base::split(entry.substr(0, tab), ' ');
    if (words.size() <= name_at) continue;
    files.push_back(
        {std::string(entry.substr(tab + 1)), std::string(words[0]), std::string(words[name_at])});
  }
  std::ranges::sort(files, {}, &TreeFile::path);
  return files;
}

base::Done none_in_conflict(std::string_view list) {
  for (const auto entry : base::split(list, '\0')) {
    const auto tab = entry.find('\t');
    if (tab == entry.npos || tab == 0 || entry[tab - 1] == '0') continue;
    const std::string path(entry.substr(tab + 1));
    return base::Failure{
        base::Failing::data,
        fmt::format("'{}' is in conflict, and cannot be committed yet", base::printable(path)),
        "settle the conflict in the file, then `git add` it"};
  }
  return base::done();
}

/// git names the index of another repository to the hooks of that one, and takes one that is
/// missing for an empty one: neither says that nothing is wrong here.
base::Done is_own_index(const std::string& root, const std::string& index,
                        const std::vector<TreeFile>& files) {
  if (index.empty() || std::ranges::count(files, office_file, &TreeFile::path) != 0)
    return base::done();
  std::error_code unknown;
  const auto folder = std::filesystem::weakly_canonical(index, unknown).parent_path();
  const auto own = std::filesystem::weakly_canonical(find_git_directory(root), unknown);
  if (folder == own) return base::done();
  return base::Failure{
      base::Failing::environment,
      fmt::format("the index '{}' has no rapport.yaml of this repository", base::printable(index)),
      "GIT_INDEX_FILE names it, as git does in the hooks of another repository: "
      "unset GIT_INDEX_FILE"};
}

std::string one_a_line(const std::vector<std::string>& names) {
  std::string lines;
  for (const auto& name : names) lines += name + '\n';
  return lines;
}

/// Of "<name> blob <size>": the size, or nothing where git says something else.
std::size_t blob_size(std::string_view line) {
  const auto words = base::split(line, ' ');
  std::size_t size = std::string_view::npos;
  if (words.size() == 3 && words[1] == "blob")
    std::from_chars(words[2].data(), words[2].data() + words[2].size(), size);
  return size;
}

}  // namespace

bool is_file_mode(std::string_view mode) { return mode == "100644" || mode == "100755"; }

std::vector<std::string> with_folders(std::vector<std::string> arguments) {
  arguments.emplace_back("--");
  arguments.emplace_back(office_file);
  for (const auto folder : read_folders) arguments.emplace_back(folder);
  return arguments;
}

base::Result<std::vector<TreeFile>> files_of_commit(const std::string& root,
                                                    const std::string& commit) {
  const auto list =
      ask_git(root, with_folders({"ls-tree", "-r", "-z", commit}), {.limit = long_enough});
  if (!list) return list.failure();
  return listed(*list, 2);
}

base::Result<std::vector<TreeFile>> staged_files(const std::string& root,
                                                 const std::string& index) {
  const auto list = ask_git(root, with_folders({"ls-files", "--stage", "-z"}),
                            {.limit = long_enough, .index = index});
  if (!list) return list.failure();
  if (auto settled = none_in_conflict(*list); !settled) return settled.failure();
  auto files = listed(*list, 1);
  if (auto own = is_own_index(root, index, files); !own) return own.failure();
  return files;
}

std::string index_of_caller() {
  const char* named = std::getenv("GIT_INDEX_FILE");
  if (named == nullptr || *named == '\0') return {};
  if (*named == '/') return named;
  char here[PATH_MAX];
  if (::getcwd(here, sizeof here) == nullptr) return named;
  return std::string(here) + "/" + named;
}

const std::string_view* Objects::find(std::string_view object) const {
  const auto found = texts.find(object);
  return found == texts.end() ? nullptr : &found->second;
}

base::Result<Objects> read_objects(const std::string& root, std::vector<std::string> names) {
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  Objects objects;
  if (names.empty()) return objects;
  const auto sizes = ask_git(root, {"cat-file", "--batch-check", "--buffer"},
                             {.input = one_a_line(names), .limit = long_enough});
  if (!sizes) return sizes.failure();
  const auto lines = base::lines(*sizes);
  std::vector<std::string> read;
  for (std::size_t i = 0; i < names.size() && i < lines.size(); ++i) {
    const std::size_t size = blob_size(lines[i]);
    if (size == std::string_view::npos) continue;
    (size > base::limits::file ? objects.too_large : read).push_back(names[i]);
  }
  if (read.empty()) return objects;
  auto texts = ask_git(root, {"cat-file", "--batch", "--buffer"},
                       {.input = one_a_line(read), .limit = long_enough});
  if (!texts) return texts.failure();
  objects.memory = std::make_shared<const std::string>(std::move(*texts));
  std::string_view rest = *objects.memory;
  for (auto& name : read) {
    const auto end = rest.find('\n');
    const std::size_t size = end == rest.npos ? rest.npos : blob_size(rest.substr(0, end));
    if (size == rest.npos || rest.size() - end - 1 < size) break;
    objects.texts.emplace(std::move(name), rest.substr(end + 1, size));
    rest.remove_prefix(std::min(rest.size(), end + 1 + size + 1));
  }
  return objects;
}

}  // namespace rapport::store
