#include "app/create_record.hpp"

#include "app/record_edits.hpp"
#include "app/write.hpp"

namespace rapport::app {

base::Result<Output> create_record(const Snapshot& snapshot, const store::Lock* lock,
                                   const CreateRequest& request) {
  RecordEdits edits(snapshot);
  edits.create(request.path, request.text);
  const auto preview = edits.preview(request.occasion);
  if (!preview) return preview.failure();
  if (auto checked = check_typed(**preview, request.typed); !checked) return checked.failure();
  auto output =
      write(**preview, lock, {.occasion = request.occasion, .edit = {}, .lines = {request.path}});
  // A path says no more than the folder does.
  if (output && lock != nullptr) output->is_open = true;
  return output;
}

std::string added_lines(const std::string& path, std::string_view text) {
  const store::FileEdit edit{path, {}, text};
  return difference({&edit, 1});
}

}  // namespace rapport::app
