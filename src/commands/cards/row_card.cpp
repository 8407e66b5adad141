#include "base/text.hpp"
#include "commands/cards/reference_card.hpp"
#include "commands/cards/words.hpp"
#include "reference/dated.hpp"
#include "reference/names.hpp"
#include "reference/on_day.hpp"
#include "value/codec.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::commands {
namespace {

using reference::ReferenceData;
using value::CodeSet;
using value::Field;
using value::Shape;
using value::Type;

struct Found {
  const Type* type = nullptr;
  const void* row = nullptr;
  const reference::Provenance* from = nullptr;
};

template <class T>
Found at(const ReferenceData& library, std::uint16_t index) {
  const T* row = library.at<T>(index);
  if (row == nullptr) return {};
  return {&value::type_of<T>, row, &library.table<T>().of(*row)};
}

Found find(const ReferenceData& library, value::RowId id) {
  switch (id.set) {
    case CodeSet::state:
      return at<model::StateRow>(library, id.index);
    case CodeSet::territory:
      return at<model::TerritoryRow>(library, id.index);
    case CodeSet::organisation:
      return at<model::OrganisationRow>(library, id.index);
    case CodeSet::mandate:
      return at<model::MandateRow>(library, id.index);
    case CodeSet::theme:
      return at<model::ThemeRow>(library, id.index);
    case CodeSet::mechanism:
      return at<model::MechanismRow>(library, id.index);
    case CodeSet::presence:
      return at<model::PresenceRow>(library, id.index);
    case CodeSet::agency:
      return at<model::AgencyRow>(library, id.index);
    case CodeSet::instrument:
      return at<model::InstrumentRow>(library, id.index);
    case CodeSet::treaty:
    case CodeSet::absent:
      break;
  }
  return {};
}

std::string text_of(const Type& type, const void* value, const value::Codes& codes);

/// "symbol A/HRC/RES/61/22, date 2026-03-30": a block in one line.
std::string block_text(const Type& type, const void* fields, const value::Codes& codes) {
  std::string text;
  for (const Field& row : type.rows().rows) {
    const void* value = row.of(fields);
    if (!row.type->present(value)) continue;
    if (!text.empty()) text += " · ";
    if (row.type->shape == Shape::list || row.type->shape == Shape::block ||
        row.type->shape == Shape::flag || row.name == "since" || row.name == "until")
      text += value::label(row.name) + " ";
    text += text_of(*row.type, value, codes);
  }
  return text;
}

std::string text_of(const Type& type, const void* value, const value::Codes& codes) {
  if (type.shape == Shape::block) return block_text(type, type.fields(value), codes);
  if (type.shape != Shape::list) return type.print(value, codes);
  std::string text;
  const value::Items items = type.items(value);
  for (std::size_t i = 0; i < items.count; ++i) {
    if (i != 0) text += type.element->shape == Shape::block ? "; " : ", ";
    text += text_of(*type.element, items.data + i * type.element->size, codes);
  }
  return text;
}

void add_field(view::Section& section, const Field& row, const void* record,
               const value::Codes& codes) {
  const void* value = row.of(record);
  if (!row.type->present(value)) return;
  view::Line line{.key = std::string(row.name), .label = value::label(row.name)};
  const auto tone = row.name == "unverified" ? view::Tone::warning : view::Tone::plain;
  const bool one_each =
      row.type->shape == Shape::list &&
      (row.type->element->shape == Shape::block || row.type->element->shape == Shape::text);
  if (!one_each) {
    line.values.push_back({.text = text_of(*row.type, value, codes), .tone = tone});
  } else {
    const value::Items items = row.type->items(value);
    for (std::size_t i = 0; i < items.count; ++i)
      line.values.push_back(
          {.text = text_of(*row.type->element, items.data + i * row.type->element->size, codes),
           .tone = tone});
  }
  if (!line.values.empty()) section.lines.push_back(std::move(line));
}

bool tells_origin(std::string_view row) {
  return row == "as_of" || row == "source" || row == "unverified";
}

/// What is unverified about every row of the file.
void add_general_marks(view::Section& section, const model::ReferenceFile* file) {
  if (file == nullptr || file->unverified.empty()) return;
  view::Line general{.key = "unverified_in_general", .label = "unverified in all"};
  for (const auto& text : file->unverified)
    general.values.push_back({.text = text.str(), .tone = view::Tone::faint});
  section.lines.push_back(std::move(general));
}

/// Where a row comes from as one of its files has it: what the row says, else the file.
void add_origin(view::Section& section, const Type& type, const reference::Provenance& from,
                const value::Codes& codes) {
  const auto has = [&](std::string_view key) {
    return std::ranges::any_of(section.lines, [&](const auto& line) { return line.key == key; });
  };
  for (const Field& row : type.rows().rows)
    if (tells_origin(row.name)) add_field(section, row, from.written, codes);
  if (from.file == nullptr) return;
  if (!has("as_of") && from.file->as_of)
    section.lines.push_back(line("as_of", "as of", from.file->as_of.str()));
  if (!has("source") && from.file->source)
    section.lines.push_back(line("source", "source", from.file->source.str()));
  add_general_marks(section, from.file);
}

/// Which values are the office's, and what its file says of them: the rest stays as it is shipped.
view::Value amendment(const Type& type, const reference::Provenance& own,
                      const value::Codes& codes) {
  std::vector<std::string> names;
  for (const Field& row : type.rows().rows)
    if (row.name != "code" && !tells_origin(row.name) && row.type->present(row.of(own.written)))
      names.push_back(value::label(row.name));
  view::Value value{.text = fmt::format("amended in {}: {}", own.source->path,
                                        names.empty() ? "nothing" : base::join(names, ", "))};
  view::Section said;
  add_origin(said, type, own, codes);
  for (const auto& line : said.lines)
    for (const auto& each : line.values)
      value.below.push_back(
          {.text = fmt::format("{}: {}", line.label, each.text), .tone = each.tone});
  return value;
}

void add_provenance(view::Section& section, const Type& type, const reference::Provenance& from,
                    const value::Codes& codes) {
  std::vector<const reference::Provenance*> layers = {&from};
  while (layers.back()->under != nullptr) layers.push_back(layers.back()->under);
  const reference::Provenance& first = *layers.back();
  add_origin(section, type, first, codes);
  if (from.origin == reference::Origin::shipped) return;
  const bool is_own = first.origin == reference::Origin::office;
  view::Line row = line("row", "row",
                        is_own ? fmt::format("the office's own ({})", first.source->path)
                               : std::string("shipped, amended by the office"));
  layers.pop_back();
  for (; !layers.empty(); layers.pop_back())
    row.values.back().below.push_back(amendment(type, *layers.back(), codes));
  section.lines.push_back(std::move(row));
}

/// Who held it; a name that is not verified, or whose days are imprecise, is marked.
view::Line holder_line(const model::MandateRow& row, const value::Date& on) {
  const auto found = reference::holder(row, on);
  if (found.row == nullptr) return line("holder", "holder", "not recorded", view::Tone::warning);
  std::string said = found.row->name.str() + span(*found.row);
  if (found.known != value::Truth::yes) said = "perhaps " + said + ", day not recorded";
  view::Line holder = line("holder", "holder", std::move(said));
  for (const auto& text : found.row->unverified)
    holder.values.back().below.push_back(
        {.text = "unverified: " + text.str(), .tone = view::Tone::warning});
  return holder;
}

/// Its titles on that day where they were others; nothing where they are those of today.
void add_titles(view::Section& section, const model::MandateRow& row, const value::Date& on) {
  const model::MandateRow then = reference::on_day(row, on);
  const bool may_change = reference::may_have_changed(row, on);
  view::Line titles{.key = "title_on_that_day", .label = "title on that day"};
  for (const auto& [now, was] :
       {std::pair{row.title_en, then.title_en}, std::pair{row.title_fr, then.title_fr},
        std::pair{row.title_es, then.title_es}})
    if (now.str() != was.str())
      titles.values.push_back(
          {.text = was.str() + (may_change ? " (the day of the change is not recorded)" : "")});
  if (!titles.values.empty()) section.lines.push_back(std::move(titles));
}

std::string standing(const reference::Activity& activity) {
  if (activity.because != reference::Inactive::none)
    return value::label(value::word(activity.because));
  if (activity.known == reference::Recorded::not_recorded) return "not recorded";
  std::string said = activity.known == reference::Recorded::maybe
                         ? "perhaps active; the day it began or ended is not recorded"
                         : "active";
  if (activity.unconfirmed)
    said += "; its last renewal is not confirmed";
  else if (activity.renewal_unknown)
    said += "; a renewal that was due is not recorded";
  return said;
}

/// What a mandate was and under which resolution it acted on that day.
void add_mandate(view::Section& section, const model::MandateRow& row, const value::Date& on) {
  const auto activity = reference::activity(row, on);
  section.lines.push_back(line("on_that_day", "on that day", standing(activity)));
  if (activity.because != reference::Inactive::none) return;
  add_titles(section, row, on);
  const auto found = reference::resolution(row, on);
  std::string resolution = found.known == reference::Recorded::yes     ? ""
                           : found.known == reference::Recorded::maybe ? "perhaps "
                                                                       : "not recorded";
  if (found.row != nullptr)
    resolution += fmt::format(
        "{}{} of {}",
        found.known == reference::Recorded::not_recorded ? "; the last known before is " : "",
        found.row->symbol.str(), in_words(found.row->date));
  if (found.inferred) resolution += " (inferred from its place in the series)";
  section.lines.push_back(line("resolution", "resolution", resolution));
  section.lines.push_back(holder_line(row, on));
}

const model::EndedMissionRow* find_mission(const ReferenceData& library, std::string_view typed) {
  for (const auto& row : library.table<model::EndedMissionRow>())
    if (base::lower_ascii(row.code.str()) == base::lower_ascii(typed)) return &row;
  return nullptr;
}

}  // namespace

view::Card row_card(const ReferenceData& library, value::RowId id, const value::Date& on) {
  const std::string code(library.codes().name(id));
  view::Card card{
      .id = code,
      .title = fmt::format(
          "{} ({})", reference::name(library, id, reference::Language::en, on).text.str(), code)};
  const Found found = find(library, id);
  if (found.row == nullptr) return card;
  view::Section section;
  if (id.set == CodeSet::mandate)
    add_mandate(section, *static_cast<const model::MandateRow*>(found.row), on);
  for (const Field& row : found.type->rows().rows)
    if (row.name != "code" && row.name != "name_en" && row.name != "title_en" &&
        row.name != "label_en" && !tells_origin(row.name))
      add_field(section, row, found.row, library.codes());
  add_provenance(section, *found.type, *found.from, library.codes());
  card.sections.push_back(std::move(section));
  return card;
}

bool is_own(const ReferenceData& library, value::RowId id) {
  const Found found = find(library, id);
  return found.from != nullptr && found.from->origin != reference::Origin::shipped;
}

std::optional<view::Card> mission_card(const ReferenceData& library, std::string_view typed) {
  const model::EndedMissionRow* const row = find_mission(library, typed);
  if (row == nullptr) return std::nullopt;
  view::Card card{.id = row->code.str(),
                  .title = fmt::format("{} (mission, ended)", row->code.str())};
  view::Section section;
  for (const Field& field : value::rows_of<model::EndedMissionRow>().rows)
    if (field.name != "code") add_field(section, field, row, library.codes());
  add_provenance(section, value::type_of<model::EndedMissionRow>,
                 library.table<model::EndedMissionRow>().of(*row), library.codes());
  card.sections.push_back(std::move(section));
  return card;
}

bool is_own_mission(const ReferenceData& library, std::string_view typed) {
  const model::EndedMissionRow* const row = find_mission(library, typed);
  return row != nullptr &&
         library.table<model::EndedMissionRow>().of(*row).origin != reference::Origin::shipped;
}

}  // namespace rapport::commands
