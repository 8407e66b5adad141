#include "app/id_uses.hpp"

#include "app/query_uses.hpp"
#include "app/records.hpp"
#include "app/snapshot.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/pattern.hpp"
#include "model/record_type.hpp"
#include "release/marks.hpp"
#include "rules/engine/field_walk.hpp"
#include "rules/engine/texts.hpp"
#include "store/texts.hpp"
#include "value/ref.hpp"
#include "yaml/write.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace rapport::app {
namespace {

using model::RecordHeader;
using model::RecordKind;
using value::Field;
using value::Shape;

bool is_before(const IdUse& left, const IdUse& right) {
  return std::tie(left.place.source->path, left.place.offset) <
         std::tie(right.place.source->path, right.place.offset);
}

bool refers(const Field& row) {
  const auto& element = row.type->shape == Shape::list ? *row.type->element : *row.type;
  return element.shape == Shape::ref || element.shape == Shape::pattern;
}

const void* record_of(const model::Dataset& data, const RecordHeader& head) {
  if (head.kind == RecordKind::partner) return &data.partner(head);
  return &data.engagement(head);
}

/// Where the id of a reference is, behind its quote.
IdUse use_of(const value::Source& source, const value::Ref& ref, const Field& row) {
  const auto text = source.text.substr(ref.offset());
  const std::uint32_t quote = text.starts_with('"') || text.starts_with('\'') ? 1 : 0;
  const auto length = static_cast<std::uint32_t>(ref.id().size());
  return {.place = {&source, ref.offset() + quote, length},
          .field = &row,
          .is_escaped = text.substr(quote, length) != ref.id()};
}

/// Marks of that key in the texts of a record's own file.
void add_marks(const model::Dataset& data, const RecordHeader& head, std::string_view id,
               std::vector<IdUse>& uses) {
  const value::Source& source = *head.source;
  if (release::find_victim(data, head, id) != nullptr) return;  // a person of the record is meant
  const auto& texts =
      head.kind == RecordKind::partner ? rules::partner_texts() : rules::engagement_texts();
  texts.walk(record_of(data, head), [&](const Field& row, const void* value) {
    const auto& text = *static_cast<const value::Text*>(value);
    if (!text.is_in_own_file()) return;
    std::size_t found = 0;
    const auto count = [&](std::string_view in, const auto& visit) {
      for (auto mark = release::next_mark(in, 0); mark.end != 0;
           mark = release::next_mark(in, mark.end))
        if (mark.key == id) visit(mark);
    };
    count(text.raw(), [&](const release::Mark& mark) {
      ++found;
      const auto at = static_cast<std::uint32_t>(mark.key.data() - text.raw().data());
      uses.push_back({.place = {&source, text.offset() + at, static_cast<std::uint32_t>(id.size())},
                      .field = &row,
                      .is_mark = true});
    });
    if (!rules::is_escaped(text)) return;
    const std::string said = text.str();
    count(said, [&](const release::Mark&) {
      if (found > 0)
        --found;
      else
        uses.push_back({.place = {&source, text.offset(), text.length()},
                        .field = &row,
                        .is_mark = true,
                        .is_escaped = true});
    });
  });
}

bool is_part_of_word(char c) {
  return base::is_lower(c) || base::is_upper(c) || base::is_digit(c) || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

template <class Visit>
void each_word(std::string_view text, std::string_view word, const Visit& visit) {
  for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    if (at > 0 && is_part_of_word(text[at - 1])) continue;
    if (end < text.size() && is_part_of_word(text[end])) continue;
    visit(at);
  }
}

}  // namespace

std::vector<IdUse> uses_of(const Snapshot& snapshot, const RecordHeader& head) {
  const model::Dataset& data = snapshot.records().dataset;
  std::vector<IdUse> uses;
  for (const model::BackRef& use : data.used_by(head))
    uses.push_back(use_of(*use.from->source, *use.ref, *use.row));
  for (const RecordHeader* from : data.as_read()) {
    const auto text = from->source->text;
    // A mark may be written with escapes, which the id is then not to be found by.
    const bool may_have = text.find(head.id()) != text.npos || text.find('\\') != text.npos;
    if (may_have && head.kind == RecordKind::partner) add_marks(data, *from, head.id(), uses);
  }
  for (IdUse& use : uses_in_queries(snapshot, head.id())) uses.push_back(use);
  std::ranges::sort(uses, is_before);
  return uses;
}

std::vector<IdUse> words_like(const Snapshot& snapshot, std::string_view id,
                              const std::vector<IdUse>& uses) {
  std::vector<IdUse> words;
  if (id.find('-') == id.npos) return words;
  for (const value::Source* source : snapshot.records().reading.sources)
    each_word(source->text, id, [&](std::size_t at) {
      const IdUse word{
          .place = {source, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(id.size())},
          .field = nullptr};
      if (!std::ranges::binary_search(uses, word, is_before)) words.push_back(word);
    });
  std::ranges::sort(words, is_before);
  return words;
}

std::vector<IdUse> unresolved_uses(const Snapshot& snapshot, std::string_view id) {
  static const rules::FieldWalk partner_references(model::partner_type(), &refers);
  static const rules::FieldWalk engagement_references(model::engagement_type(), &refers);
  const model::Dataset& data = snapshot.records().dataset;
  std::vector<IdUse> uses;
  for (const RecordHeader* from : data.as_read()) {
    if (from->source->text.find(id) == std::string_view::npos) continue;
    const auto& references =
        from->kind == RecordKind::partner ? partner_references : engagement_references;
    references.walk(record_of(data, *from), [&](const Field& row, const void* value) {
      const auto& element = row.type->shape == Shape::list ? *row.type->element : *row.type;
      const auto& ref = element.shape == Shape::ref
                            ? *static_cast<const value::Ref*>(value)
                            : static_cast<const model::Pattern*>(value)->ref();
      if (ref && ref.target() == 0 && ref.id() == id)
        uses.push_back(use_of(*from->source, ref, row));
    });
    add_marks(data, *from, id, uses);
  }
  std::ranges::sort(uses, is_before);
  return uses;
}

std::vector<std::size_t> offsets_of_word(std::string_view text, std::string_view id) {
  std::vector<std::size_t> offsets;
  each_word(text, id, [&](std::size_t at) { offsets.push_back(at); });
  return offsets;
}

bool has_word(std::string_view text, std::string_view id) {
  return !offsets_of_word(text, id).empty();
}

std::string with_other_word(std::string_view text, std::string_view old_id,
                            std::string_view new_id) {
  std::string changed;
  std::size_t done = 0;
  each_word(text, old_id, [&](std::size_t at) {
    (changed += text.substr(done, at - done)) += new_id;
    done = at + old_id.size();
  });
  return changed += text.substr(done);
}

std::string written(const value::Place& place) {
  const auto at = value::line_column(place.source->text, place.offset);
  return fmt::format("{}:{}:{}", base::printable(place.source->path), at.line, at.column);
}

std::string with_other_id(std::string_view text, const std::vector<IdUse>& uses,
                          std::string_view id) {
  std::string changed;
  std::size_t done = 0;
  for (const IdUse& use : uses) {
    const std::size_t at = use.place.offset;
    const bool is_quoted = at > 0 && (text[at - 1] == '"' || text[at - 1] == '\'');
    changed += text.substr(done, at - done);
    changed += use.is_mark || is_quoted ? std::string(id) : yaml::flow_scalar(id);
    done = at + use.place.length;
  }
  changed += text.substr(done);
  return changed;
}

}  // namespace rapport::app
