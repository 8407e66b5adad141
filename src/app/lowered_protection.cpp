#include "app/lowered_protection.hpp"

#include "app/change_words.hpp"
#include "app/records.hpp"
#include "app/snapshot.hpp"
#include "model/changes.hpp"
#include "model/place.hpp"
#include "model/protection.hpp"
#include "model/record_type.hpp"
#include "model/stricter.hpp"
#include "value/word.hpp"
#include "yaml/value.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace rapport::app {
namespace {

/// Days of consent and of channels change as time goes by; words are chosen.
bool is_lowered(const model::FieldChange& change) {
  if (change.field == nullptr || change.field->meta.stricter.by() != value::Stricter::By::words)
    return false;
  const auto* before = change.before ? &*change.before : nullptr;
  const auto* after = change.after ? &*change.after : nullptr;
  return model::stricter_side(*change.field, before, after) == model::Side::ours;
}

void add_fields(const store::FileEdit& file, std::string_view id, std::vector<Note>& notes) {
  const value::Type* const type = model::type_at(file.path);
  const auto before = yaml::read_value(*file.before);
  const auto after = yaml::read_value(*file.after);
  if (type == nullptr || !before || !after) return;
  for (const model::FieldChange& change : model::changes(*before, *after, *type))
    if (is_lowered(change) && change.field != &value::field_of<&model::Partner::classification>())
      notes.push_back({NoteCode::less_protected, {std::string(id), sentence_of(change, {})}});
}

/// As the kind, the post and the classification decide together, whether they are set or not.
void add_partner(const model::Partner& before, const model::Partner& after,
                 std::vector<Note>& notes) {
  const std::string id(after.head.id());
  if (model::is_protected(before) && !model::is_protected(after))
    notes.push_back({NoteCode::no_longer_protected, {id}});
  const auto was = model::classification(before);
  const auto is = model::classification(after);
  if (is < was)
    notes.push_back(
        {NoteCode::less_protected,
         {id, fmt::format("classification {} → {}", value::word(was), value::word(is))}});
}

}  // namespace

void add_lowered_protection(const Preview& preview, std::vector<Note>& notes) {
  const model::Dataset& before = preview.before().records().dataset;
  const model::Dataset& after = preview.snapshot().records().dataset;
  for (const store::FileEdit& file : preview.files()) {
    const std::string_view id =
        model::id_of_name(std::string_view(file.path).substr(file.path.rfind('/') + 1));
    if (file.before && file.after) add_fields(file, id, notes);
    const model::Partner* const was = before.partner(id);
    const model::Partner* const is = after.partner(id);
    if (file.after && was != nullptr && is != nullptr) add_partner(*was, *is, notes);
  }
}

}  // namespace rapport::app
