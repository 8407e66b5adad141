#include "store/revision.hpp"

#include "base/digest.hpp"
#include "base/sha1.hpp"
#include "base/shell.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "store/git.hpp"
#include "store/layout.hpp"
#include "store/template_file.hpp"
#include "store/walk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <string_view>
#include <vector>

namespace rapport::store {
namespace {

/// The files of a commit that rapport reads: path from the root, and the object's name.
using Committed = std::map<std::string, std::string, std::less<>>;

bool is_read(std::string_view path) {
  const auto parts = base::split(path, '/');
  if (std::ranges::any_of(parts, [](std::string_view part) { return part.starts_with('.'); }))
    return false;
  if (parts.front() == templates_folder)  // templates/<language>/<name>.md
    return parts.size() == 3 && path.ends_with(template_suffix);
  return path.ends_with(record_suffix);
}

/// What git calls a file with this text; its two kinds of repositories differ in the length.
std::string name_of(std::string_view text, std::size_t length) {
  const std::string head = fmt::format("blob {}", text.size()) + '\0';
  if (length != 40) return base::sha256(head + std::string(text));
  base::Sha1 sha1;
  sha1.add(head);
  sha1.add(text);
  return sha1.finish();
}

bool is_committed(std::string_view text, const std::string& name) {
  if (name_of(text, name.size()) == name) return true;
  if (text.find('\r') == std::string_view::npos) return false;
  return name_of(base::replace_all(text, "\r\n", "\n"), name.size()) == name;
}

Revision failed(const std::string& root, const base::Finished& finished) {
  const std::string_view said = finished.err;
  const auto contains = [&](std::string_view words) { return said.find(words) != said.npos; };
  if (finished.out_of_time) return {.unknown = "git did not end in time"};
  if (contains("dubious ownership") || contains("unsafe repository"))
    return {.unknown = "git refuses the repository, because it belongs to another user",
            .detail = fmt::format("to allow it: git config --global --add safe.directory {}",
                                  base::shell_word(find_work_tree(root)))};
  if (contains("Needed a single revision")) return {.unknown = "there is no commit yet"};
  std::string_view line = said.substr(0, said.find('\n'));
  for (const std::string_view start : {"fatal: ", "error: "})
    if (line.starts_with(start)) line.remove_prefix(start.size());
  return {.unknown = finished.signal != 0
                         ? fmt::format("git was ended by signal {}", finished.signal)
                         : fmt::format("git failed with status {}", finished.status),
          .detail = base::printable(line)};
}

/// "100644 blob <name>\t<path>": what is no regular file is not read, and so is not compared.
Committed committed_files(std::string_view tree) {
  Committed files;
  for (const auto entry : base::split(tree, '\0')) {
    const auto tab = entry.find('\t');
    if (tab == entry.npos) continue;
    const auto words = base::split(entry.substr(0, tab), ' ');
    const auto path = entry.substr(tab + 1);
    if (words.size() == 3 && words[1] == "blob" && words[0].starts_with("100") && is_read(path))
      files.emplace(path, words[2]);
  }
  return files;
}

/// Compares and takes off `files` what was read; what is left was not.
class Comparison {
 public:
  explicit Comparison(Committed files) : files_(std::move(files)) {}

  void add(std::string_view path, std::string_view text) {
    const auto found = files_.find(path);
    if (found == files_.end() || !is_committed(text, found->second)) differing_.emplace_back(path);
    if (found != files_.end()) files_.erase(found);
  }

  Revision finish(std::string commit) && {
    for (const auto& [path, name] : files_) differing_.push_back(path);
    if (differing_.empty()) return {.commit = std::move(commit)};
    return {.unknown = fmt::format("{} from the commit {}",
                                   differing_.size() == 1
                                       ? std::string("1 file differs")
                                       : fmt::format("{} files differ", differing_.size()),
                                   commit),
            .detail = base::printable(*std::ranges::min_element(differing_))};
  }

 private:
  Committed files_;
  std::vector<std::string> differing_;
};

}  // namespace

Revision find_revision(const std::string& root, std::span<const value::Source* const> read) {
  if (find_work_tree(root).empty()) return {};
  const auto head = git(root, {"rev-parse", "--verify", "--end-of-options", "HEAD^{commit}"});
  if (!head) return {.unknown = "git cannot be run", .detail = head.failure().what};
  if (!head->ok()) return failed(root, *head);
  std::string commit(base::trim(head->out));
  std::vector<std::string> arguments{"ls-tree", "-r", "-z", commit, "--", std::string(office_file)};
  for (const auto folder : read_folders) arguments.emplace_back(folder);
  arguments.emplace_back(templates_folder);
  const auto tree = git(root, std::move(arguments));
  if (!tree) return {.unknown = "git cannot be run", .detail = tree.failure().what};
  if (!tree->ok()) return failed(root, *tree);
  Comparison comparison(committed_files(tree->out));
  for (const value::Source* source : read) comparison.add(source->path, source->text);
  for (const auto& [path, text] : own_templates(root))
    if (is_read(path)) comparison.add(path, text);
  return std::move(comparison).finish(std::move(commit));
}

bool would_be_added(const std::string& root, const std::string& path) {
  constexpr int is_ignored = 0;
  constexpr int no_work_tree = 128;
  const auto checked =
      git(root, {"check-ignore", "--quiet", "--", path}, {.limit = std::chrono::seconds(3)});
  if (!checked) return false;  // there is no git
  const bool has_ended = !checked->out_of_time && checked->signal == 0;
  return !has_ended || (checked->status != is_ignored && checked->status != no_work_tree);
}

}  // namespace rapport::store
