#include "store/draft.hpp"

#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/temporary.hpp"
#include "store/create.hpp"
#include "store/layout.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace rapport::store {
namespace {

/// More than a record may have: what is too long is for the rules to say.
constexpr std::size_t read_limit = 4 * base::limits::file;

std::string drafts_folder() { return fmt::format("{}/drafts", own_folder); }

}  // namespace

Draft::Draft(const std::string& root, std::string_view id)
    : root_(root),
      name_(fmt::format("{}/{}{}", drafts_folder(), id, model::record_suffix)),
      path_(root + "/" + name_),
      of_path_(fmt::format("{}/{}/{}.of", root, drafts_folder(), id)) {}

bool Draft::is_there() const { return base::exists(path_) && base::exists(of_path_); }

base::Done Draft::begin(std::string_view text, const DraftOf& of) const {
  const std::string folder = drafts_folder();
  if (auto created = create_folder(root_, folder); !created) return created;
  if (::chmod((root_ + "/" + folder).c_str(), 0700) != 0)
    return base::failed("close to others", root_ + "/" + folder, errno);
  if (auto written = base::write_file(of_path_, of.path + "\n" + of.text); !written) return written;
  return base::write_file(path_, text);
}

base::Result<std::string> Draft::text() const { return base::read_file(path_, read_limit); }

base::Result<DraftOf> Draft::of() const {
  auto text = base::read_file(of_path_, read_limit);
  if (!text) return text.failure();
  const auto line = text->find('\n');
  if (line == text->npos) return DraftOf{*text, {}};
  return DraftOf{text->substr(0, line), text->substr(line + 1)};
}

void Draft::remove() const {
  ::unlink(path_.c_str());
  ::unlink(of_path_.c_str());
}

}  // namespace rapport::store
