#include "app/past.hpp"

#include "store/commits.hpp"
#include "store/layout.hpp"
#include "store/revision_texts.hpp"
#include "store/root.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace rapport::app {

base::Result<Past> read_past(const std::string& root, const std::string& typed) {
  const auto commit = store::find_commit(root, typed);
  if (!commit) return commit.failure();
  auto texts = store::read_commit(root, commit->hash);
  if (!texts) return texts.failure();
  const auto office = std::ranges::find(texts->files, store::office_file, &store::TextFile::path);
  if (office == texts->files.end())
    return base::Failure{base::Failing::environment,
                         fmt::format("the commit {} of {} has no rapport.yaml here",
                                     commit->short_hash(), commit->day),
                         "the records began later, or were in another folder then"};
  if (auto readable = store::check_format(office->path, office->text); !readable)
    return readable.failure();
  return Past{commit->short_hash(), commit->day,
              std::make_shared<const store::Texts>(std::move(*texts))};
}

std::shared_ptr<const Reference> read_reference(const std::string& root, const Past& past) {
  return read_reference(root, *past.texts);
}

base::Result<std::shared_ptr<const Snapshot>> read_records(
    const Past& past, std::shared_ptr<const Reference> reference, unsigned threads) {
  return Snapshot::of(std::move(reference), threads, *past.texts);
}

}  // namespace rapport::app
