#include "store/revision.hpp"

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
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::store {
namespace {

/// The files of a commit that rapport reads: path from the root, and git's object.
struct Object {
  std::string name;
  std::string size;  // as git writes it
};
using Committed = std::map<std::string, Object, std::less<>>;

bool is_read(std::string_view path) {
  const auto parts = base::split(path, '/');
  if (std::ranges::any_of(parts, [](std::string_view part) { return part.starts_with('.'); }))
    return false;
  if (parts.front() == templates_folder)  // templates/<language>/<name>.md
    return parts.size() == 3 && path.ends_with(template_suffix);
  return model::is_named_as_record(path);
}

Revision failed(const std::string& root, const base::Finished& finished) {
  if (finished.err.find("Needed a single revision") != std::string::npos)
    return {.unknown = "there is no commit yet"};
  auto refusal = explain_git(root, finished);
  return {.unknown = std::move(refusal.what), .detail = std::move(refusal.detail)};
}

/// "100644 blob <name>    <size>\t<path>": what is no regular file is not read, and so is not
/// compared.
Committed committed_files(std::string_view tree) {
  Committed files;
  for (const auto entry : base::split(tree, '\0')) {
    const auto tab = entry.find('\t');
    if (tab == entry.npos) continue;
    const auto words = base::split(entry.substr(0, tab), ' ');
    const auto path = entry.substr(tab + 1);
    if (words.size() > 3 && words[1] == "blob" && words[0].starts_with("100") && is_read(path))
      files.emplace(path, Object{std::string(words[2]), std::string(words.back())});
  }
  return files;
}

/// As git keeps a text of which it has that many bytes: with the line ends it was read with, or
/// with LF. Nothing when it is neither.
std::optional<std::string> as_kept(std::string_view text, std::string_view size) {
  if (std::to_string(text.size()) == size) return std::string(text);
  if (text.find('\r') == text.npos) return std::nullopt;
  auto unix_text = base::replace_all(text, "\r\n", "\n");
  if (std::to_string(unix_text.size()) != size) return std::nullopt;
  return unix_text;
}

/// Takes off `files` what was read, so that what is left was not. Sizes are compared at once, and
/// texts of the same size when git has given them.
class Comparison {
 public:
  explicit Comparison(Committed files) : files_(std::move(files)) {}

  void add(std::string_view path, std::string_view text) {
    const auto found = files_.find(path);
    if (found == files_.end()) return differing_.emplace_back(path), void();
    if (auto kept = as_kept(text, found->second.size))
      asked_.push_back({std::string(path), found->second.name, std::move(*kept)});
    else
      differing_.emplace_back(path);
    files_.erase(found);
  }

  /// The objects whose texts are still to be compared, one a line.
  std::string question() const {
    std::string names;
    for (const Asked& each : asked_) names += each.name + '\n';
    return names;
  }

  /// Of each "<name> blob <size>\n<text>\n" in the order of the question; of one that git lacks
  /// something else, and then no more is known.
  void answer(std::string_view given) {
    for (const Asked& each : asked_) {
      const auto head = fmt::format("{} blob {}\n", each.name, each.text.size());
      const std::size_t size = head.size() + each.text.size() + 1;
      const bool is_whole = given.starts_with(head) && given.size() >= size;
      if (!is_whole || given.substr(head.size(), each.text.size()) != each.text)
        differing_.push_back(each.path);
      given.remove_prefix(is_whole ? size : given.size());
    }
  }

  Revision finish(std::string commit) && {
    for (const auto& [path, object] : files_) differing_.push_back(path);
    if (differing_.empty()) return {.commit = std::move(commit)};
    return {.unknown = fmt::format("{} from the commit {}",
                                   differing_.size() == 1
                                       ? std::string("1 file differs")
                                       : fmt::format("{} files differ", differing_.size()),
                                   commit),
            .detail = base::printable(*std::ranges::min_element(differing_))};
  }

 private:
  struct Asked {
    std::string path;
    std::string name;
    std::string text;
  };

  Committed files_;
  std::vector<Asked> asked_;
  std::vector<std::string> differing_;
};

/// What git answers, or why not.
struct Answer {
  std::string out = {};
  std::optional<Revision> unknown = {};
};

Answer ask(const std::string& root, std::vector<std::string> arguments, Asking how = {}) {
  auto done = git(root, std::move(arguments), std::move(how));
  if (!done)
    return {.unknown = Revision{.unknown = "git cannot be run", .detail = done.failure().what}};
  if (!done->ok()) return {.unknown = failed(root, *done)};
  return {.out = std::move(done->out)};
}

}  // namespace

Revision find_revision(const std::string& root, std::span<const value::Source* const> read) {
  if (find_work_tree(root).empty()) return {};
  const auto head = ask(root, {"rev-parse", "--verify", "--end-of-options", "HEAD^{commit}"});
  if (head.unknown) return *head.unknown;
  std::string commit(base::trim(head.out));
  std::vector<std::string> arguments{
      "ls-tree", "-r", "-z", "--long", commit, "--", std::string(office_file)};
  for (const auto folder : read_folders) arguments.emplace_back(folder);
  arguments.emplace_back(templates_folder);
  const auto tree = ask(root, std::move(arguments));
  if (tree.unknown) return *tree.unknown;
  Comparison comparison(committed_files(tree.out));
  for (const value::Source* source : read) comparison.add(source->path, source->text);
  for (const auto& [path, text] : own_templates(root))
    if (is_read(path)) comparison.add(path, text);
  if (auto question = comparison.question(); !question.empty()) {
    const auto texts = ask(root, {"cat-file", "--batch", "--buffer"},
                           {.input = std::move(question), .limit = std::chrono::seconds(60)});
    if (texts.unknown) return *texts.unknown;
    comparison.answer(texts.out);
  }
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
