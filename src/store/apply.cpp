#include "store/apply.hpp"

#include "base/exchange.hpp"
#include "base/unicode.hpp"
#include "store/create.hpp"

#include <fmt/format.h>
#include <unistd.h>

namespace rapport::store {

base::Done apply(const Lock& lock, const FileEdit& edit) {
  const std::string full = fmt::format("{}/{}", lock.root(), edit.path);
  if (!edit.before) {
    if (const auto slash = edit.path.rfind('/'); slash != std::string::npos)
      if (auto made = create_folder(lock.root(), edit.path.substr(0, slash)); !made) return made;
    return base::write_file(full, *edit.after, {.only_create = true});
  }
  const auto changed = edit.after ? base::exchange_file(full, *edit.before, *edit.after)
                                  : base::remove_file(full, *edit.before);
  if (!changed) return changed.failure();
  if (*changed) return base::done();
  return base::Failure{base::Failing::environment,
                       fmt::format("'{}' was changed meanwhile", base::printable(edit.path)),
                       "nothing was written; run the command again"};
}

base::Done apply(const Lock& lock, std::span<const FileEdit> edits) {
  for (const FileEdit& edit : edits)
    if (auto applied = apply(lock, edit); !applied) return applied;
  return base::done();
}

base::Done issue(const Lock& lock, const FileEdit& manifest, base::PreparedFiles& documents) {
  if (auto written = apply(lock, manifest); !written) return written;
  auto placed = documents.put_in_place();
  if (placed) return placed;
  const std::string full = fmt::format("{}/{}", lock.root(), manifest.path);
  if (!documents.is_begun() && ::unlink(full.c_str()) == 0) return placed;
  base::Failure failure = placed.failure();
  failure.hint =
      fmt::format("'{}' stays, and its number is used up", base::printable(manifest.path));
  return failure;
}

}  // namespace rapport::store
