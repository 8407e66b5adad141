#include "app/edit_text.hpp"

#include "app/no_record.hpp"
#include "app/record_edits.hpp"
#include "app/snapshot.hpp"
#include "app/write.hpp"
#include "base/text.hpp"
#include "model/place.hpp"
#include "store/texts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::app {

base::Result<RecordText> find_text(const Snapshot& snapshot, const std::string& id) {
  std::vector<const store::TextFile*> found;
  const auto texts = snapshot.texts();
  for (const store::TextFile& file : texts.files)
    if (model::is_record_path(file.path) &&
        model::id_of_name(file.path.substr(file.path.rfind('/') + 1)) == id)
      found.push_back(&file);
  if (found.empty()) return no_record(snapshot, id);
  if (found.size() > 1)
    return base::Failure{
        base::Failing::data,
        fmt::format("two records have the id '{}': {} and {}", id, found[0]->path, found[1]->path),
        "give one of them another name first"};
  return RecordText{id, std::string(found[0]->path), std::string(found[0]->text)};
}

base::Result<Output> write_texts(const Snapshot& snapshot, const store::Lock* lock,
                                 const Occasion& occasion, const std::vector<RecordText>& texts) {
  RecordEdits edits(snapshot);
  for (const RecordText& each : texts) edits.replace(each.path, each.text);
  const auto preview = edits.preview(occasion);
  if (!preview) return preview.failure();
  WriteRequest writing{.occasion = occasion, .edit = {}};
  for (const store::FileEdit& file : (*preview)->files())
    writing.lines.push_back(fmt::format("{} {}", file.after ? "saved" : "removed", file.path));
  return write(**preview, lock, writing);
}

}  // namespace rapport::app
