#include "store/template_file.hpp"

#include "base/descriptor.hpp"
#include "base/shortage.hpp"
#include "base/unicode.hpp"
#include "store/layout.hpp"
#include "store/load.hpp"
#include "store/walk.hpp"

#include <fcntl.h>
#include <fmt/format.h>

#include <cerrno>
#include <cstring>

namespace rapport::store {
namespace {

base::Failure cannot_read(std::string_view path, std::string_view why, int error) {
  if (base::is_shortage(error)) return base::shortage("read the templates", error);
  return {base::Failing::data, fmt::format("'{}' cannot be read: {}", base::printable(path), why),
          "correct it, or move it away to use the shipped template"};
}

std::string reason(Trouble trouble, int error) {
  switch (trouble) {
    case Trouble::link:
      return "it is a symbolic link";
    case Trouble::not_regular:
      return "it is not a regular file";
    case Trouble::too_large:
      return "it is too large";
    case Trouble::changed:
      return "it was changed meanwhile";
    default:
      return std::strerror(error);
  }
}

std::string folder_of(const std::string& root) {
  return fmt::format("{}/{}", root, templates_folder);
}

/// Nothing when there is no such folder.
base::Result<std::optional<base::Descriptor>> enter(int parent, const char* name,
                                                    std::string_view path) {
  constexpr int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
  base::Descriptor folder(::openat(parent, name, flags));
  if (folder) return std::optional(std::move(folder));
  if (errno == ENOENT) return std::optional<base::Descriptor>();
  const bool is_other = errno == ELOOP || errno == ENOTDIR;  // which of them, systems differ in
  const int error = errno;
  return cannot_read(path, is_other ? "it is a symbolic link or a file" : std::strerror(error),
                     error);
}

}  // namespace

base::Result<std::optional<std::string>> read_template(const std::string& root,
                                                       const std::string& language,
                                                       const std::string& name) {
  const std::optional<std::string> none;
  const base::Descriptor opened(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened) return cannot_read(root, std::strerror(errno), errno);
  const auto all = enter(opened.number(), "templates", "templates");
  if (!all) return all.failure();
  if (!*all) return none;
  const auto folder = enter((*all)->number(), language.c_str(), "templates/" + language);
  if (!folder) return folder.failure();
  if (!*folder) return none;
  base::Arena arena;
  const std::string path = fmt::format("templates/{}/{}.md", language, name);
  const Loaded loaded = load((*folder)->number(), (name + ".md").c_str(), arena);
  if (loaded.trouble == Trouble::unreadable && loaded.error == ENOENT) return none;
  if (loaded.trouble != Trouble::none && loaded.trouble != Trouble::hard_link)
    return cannot_read(path, reason(loaded.trouble, loaded.error), loaded.error);
  if (!base::is_utf8(loaded.text)) return cannot_read(path, "it is not UTF-8", 0);
  return std::optional(std::string(loaded.text));
}

std::vector<std::pair<std::string, std::string>> own_templates(const std::string& root) {
  std::vector<std::pair<std::string, std::string>> found;
  // What is not read differs from what git keeps, and is told so.
  for (const std::string& language : template_languages(root))
    for (const std::string& file : names_in(folder_of(root) + "/" + language)) {
      if (!file.ends_with(template_suffix)) continue;
      auto text =
          read_template(root, language, file.substr(0, file.size() - template_suffix.size()));
      if (text && *text)
        found.emplace_back(fmt::format("{}/{}/{}", templates_folder, language, file),
                           std::move(**text));
    }
  return found;
}

std::vector<std::string> template_languages(const std::string& root) {
  return names_in(folder_of(root));
}

}  // namespace rapport::store
