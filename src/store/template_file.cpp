#include "store/template_file.hpp"

#include "base/descriptor.hpp"
#include "store/load.hpp"

#include <fcntl.h>

namespace rapport::store {

std::optional<std::string> read_template(const std::string& root, std::string_view file) {
  const base::Descriptor folder(
      ::open((root + "/templates").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
  if (!folder) return std::nullopt;
  base::Arena arena;
  const Loaded loaded = load(folder.number(), std::string(file).c_str(), arena);
  if (loaded.trouble != Trouble::none && loaded.trouble != Trouble::hard_link) return std::nullopt;
  return std::string(loaded.text);
}

}  // namespace rapport::store
