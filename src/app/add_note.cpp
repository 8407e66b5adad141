#include "app/add_note.hpp"

#include "app/no_record.hpp"
#include "app/record_edits.hpp"
#include "app/records.hpp"
#include "app/typed_value.hpp"
#include "app/write.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

#include <fmt/format.h>

namespace rapport::app {

base::Done can_note(const Snapshot& snapshot, const std::string& id) {
  if (const auto found = find_one(snapshot, id); !found) return found.failure();
  return base::done();
}

base::Result<Output> add_note(const Snapshot& snapshot, const store::Lock* lock,
                              const NoteRequest& request) {
  if (auto can = can_note(snapshot, request.id); !can) return can.failure();
  const model::RecordHeader& record = *snapshot.records().dataset.find(request.id);
  const bool is_partner = record.kind == model::RecordKind::partner;
  const std::string field = is_partner ? "notes" : "summary";
  const std::string note =
      fmt::format("{}: {}", request.occasion.today.str(), base::nfc(base::trim(request.text)));
  RecordEdits edits(snapshot);
  RecordEditor& editor = edits.at(record);
  const yaml::Value* const old = find_child(editor.root(), field);
  const std::string before =
      old == nullptr ? std::string() : std::string(base::trim(old->text)) + "\n";
  if (auto made =
          editor.make({.kind = yaml::Operation::Kind::set,
                       .at = {{.key = field}},
                       .value = yaml::text_value(before + note)},
                      fmt::format("{}: added {}", field, shown_value(yaml::text_value(note))));
      !made)
    return made.failure();
  const auto preview = edits.preview(request.occasion);
  if (!preview) return preview.failure();
  const Assignment typed{.path = field, .value = note};
  if (auto checked = check_typed(**preview, {&typed, 1}); !checked) return checked.failure();
  return write(**preview, lock, {.occasion = request.occasion, .edit = {}, .lines = edits.lines()});
}

}  // namespace rapport::app
