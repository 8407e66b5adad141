#include "app/show.hpp"

#include "app/field_words.hpp"
#include "app/no_record.hpp"
#include "app/query_policy.hpp"
#include "app/records.hpp"
#include "app/show_links.hpp"
#include "base/text.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::app {
namespace {

using release::ClearedField;
using release::ClearedRecord;
using value::Shape;
using value::Type;

/// Items with something to say get a line each; words and codes are side by side.
bool stands_by_item(const Type& type) {
  return type.shape == Shape::list &&
         (type.element->shape == Shape::block || type.element->shape == Shape::ref ||
          type.element->shape == Shape::text);
}

/// One record's fields, for people as lines, those of blocks in sections of their own; for programs
/// by key.
class Fields {
 public:
  explicit Fields(const ClearedRecord& record) {
    sections_.emplace_back();
    const auto fields = record.fields();
    add(fields, 0, data_);
    std::erase_if(sections_, [](const auto& section) { return section.lines.empty(); });
  }

  std::vector<view::Section>& sections() { return sections_; }
  view::Data& data() { return data_; }

 private:
  void add(std::span<const ClearedField> fields, std::size_t section, view::Data& object) {
    for (const ClearedField& field : fields) {
      if (field.type().shape == Shape::block && !field.type().rows().rows.empty()) {
        const std::string& above = sections_[section].heading;
        const std::string name = value::label(field.row().name);
        sections_.push_back({.key = std::string(field.row().name),
                             .heading = above.empty() ? name : fmt::format("{}: {}", above, name)});
        view::Data inner{.key = std::string(field.row().name), .kind = view::Data::Kind::object};
        add(field.parts(), sections_.size() - 1, inner);
        object.parts.push_back(std::move(inner));
      } else {
        add_line(field, section);
        object.parts.push_back(as_data(field));
      }
    }
  }

  void add_line(const ClearedField& field, std::size_t section) {
    view::Line line{.key = std::string(field.row().name), .label = value::label(field.row().name)};
    if (stands_by_item(field.type()))
      for (const ClearedField& item : field.parts()) add_value(line, text(item));
    else
      add_value(line, text(field));
    sections_[section].lines.push_back(std::move(line));
  }

  /// Lines of a text are below each other, not indented.
  static void add_value(view::Line& line, const std::string& text) {
    for (const auto part : base::lines(text))
      if (!part.empty()) line.values.push_back({.text = std::string(part)});
  }

  std::vector<view::Section> sections_;
  view::Data data_{.key = "fields", .kind = view::Data::Kind::object};
};

/// The office's mark of a partner who wants not to be contacted comes first.
void add_no_contact(const ClearedRecord& record, view::Card& card) {
  std::string said = no_contact(record);
  if (said.empty()) return;
  card.members.push_back({.key = "no_contact", .text = said});
  card.sections.insert(
      card.sections.begin(),
      {.lines = {{.key = "no_contact",
                  .label = "no contact",
                  .values = {{.text = std::move(said), .tone = view::Tone::bad}}}}});
}

base::Result<view::Card> card_of(const Basis& basis, const std::string& id,
                                 std::vector<Note>& notes) {
  const Snapshot& snapshot = basis.snapshot();
  const model::RecordHeader* const head = snapshot.records().dataset.find(id);
  if (head == nullptr) return no_record(snapshot, id);
  const model::RecordId only[] = {{head->index}};
  if (auto can = snapshot.can_answer(only); !can) return can.failure();
  const ClearedRecord record(basis.released().gate(), *head);
  if (const auto entry = record.entry(); !entry.shows())
    return not_for_audience(*head, entry.reason);
  view::Card card{.id = id, .title = titled(record)};
  card.members.push_back(
      {.key = "record",
       .text = head->kind == model::RecordKind::partner ? "partner" : "engagement"});
  if (std::string title = record.title(); title != id)
    card.members.push_back({.key = "title", .text = std::move(title)});
  Fields fields(record);
  card.sections = std::move(fields.sections());
  add_no_contact(record, card);
  card.members.push_back(std::move(fields.data()));
  if (const std::size_t withheld = add_links(basis, *head, card); withheld != 0)
    notes.push_back({NoteCode::referring_withheld, {std::to_string(withheld)}});
  return card;
}

}  // namespace

base::Result<Output> show(const Snapshot& snapshot, const Occasion& occasion,
                          std::span<const std::string> ids) {
  Basis basis(
      snapshot,
      {.audience = occasion.audience, .use = model::Use::share_contact, .on = occasion.today});
  view::Cards cards;
  std::vector<Note> notes;
  for (const std::string& id : ids) {
    auto card = card_of(basis, id, notes);
    if (!card) return card.failure();
    cards.cards.push_back(std::move(*card));
  }
  return Output{.basis = std::move(basis), .content = std::move(cards), .notes = std::move(notes)};
}

}  // namespace rapport::app
