#include "app/record_edits.hpp"

#include "app/records.hpp"
#include "app/snapshot.hpp"
#include "base/unicode.hpp"
#include "model/place.hpp"
#include "model/record_path.hpp"
#include "model/record_type.hpp"
#include "yaml/tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;
using value::Finding;

/// A letter's rows that may come from its case, as the case says them.
std::optional<yaml::Value> from_case(const model::Engagement& letter,
                                     std::span<const yaml::Step> path) {
  const bool is_of_block = path.size() == 2 && path[0].key == "communication";
  if (path.size() != 1 && !is_of_block) return std::nullopt;
  const value::FieldSet set =
      is_of_block ? value::rows_of<model::Communication>() : model::engagement_type().rows();
  const auto row = std::ranges::find(set.rows, path.back().key, &value::Field::name);
  if (row == set.rows.end() || !row->meta.from_case) return std::nullopt;
  const model::RecordHeader& origin = model::origin(letter, *row);
  if (&origin == &letter.head) return std::nullopt;
  yaml::Tree tree;
  const std::string_view text = origin.source->text;
  if (yaml::parse(text, tree).error.problem != yaml::Problem::none) return std::nullopt;
  const yaml::Value root = yaml::value_of(text, tree);
  yaml::Path there;
  if (is_of_block) there.push_back({.key = "case"});
  there.push_back({.key = path.back().key});
  const yaml::Value* const value = find_value(root, there);
  return value == nullptr ? std::nullopt : std::optional(*value);
}

/// Empty: it may stay where it is.
std::string right_folder(const model::Engagement& engagement) {
  if (engagement.kind == model::EngagementKind::case_) return std::string(model::cases_folder);
  const value::Date& start = engagement.start.date();
  return start && !start.is_unknown() ? model::folder_of_year(start.year()) : std::string();
}

std::string right_folder(const model::Dataset& data, const model::RecordHeader& record) {
  if (record.kind == model::RecordKind::engagement) return right_folder(data.engagement(record));
  const model::Partner& partner = data.partner(record);
  return partner.kind ? model::folder_of(partner.group()) : std::string();
}

const model::RecordHeader* record_of(const model::Dataset& data, std::string_view path) {
  const auto* const found = data.find(model::id_of_name(path.substr(path.rfind('/') + 1)));
  return found != nullptr && found->source->path == path ? found : nullptr;
}

/// The steps to what `offset` of the text is in.
yaml::Path path_at(const yaml::Tree& tree, std::string_view text, std::uint32_t offset) {
  yaml::Path path;
  std::uint32_t node = 0;
  for (bool is_deeper = true; is_deeper;) {
    is_deeper = false;
    std::size_t item = 0;
    const yaml::Node parent = tree.nodes[node];
    for (std::uint32_t i = node + 1; i < parent.next; i = tree.nodes[i].next, ++item) {
      const yaml::Node& child = tree.nodes[i];
      const std::uint32_t start = child.key_length != 0 ? child.key_offset : child.offset;
      const std::uint32_t end = std::max(child.offset + child.length, start + child.key_length);
      if (offset < start || offset >= std::max(end, start + 1)) continue;
      path.push_back(
          parent.kind == yaml::Kind::mapping
              ? yaml::Step{.key = std::string(text.substr(child.key_offset, child.key_length))}
              : yaml::Step{.item = item});
      node = i;
      is_deeper = true;
      break;
    }
  }
  return path;
}

bool begins_with(std::string_view spelled, std::string_view path) {
  if (!spelled.starts_with(path)) return false;
  return spelled.size() == path.size() || spelled[path.size()] == '.' ||
         spelled[path.size()] == '[';
}

/// The field that the finding is about; empty for the record itself.
std::string field_of(const Finding& finding) {
  const value::Source& source = *finding.place.source;
  const value::Type* const type = model::type_at(source.path);
  yaml::Tree tree;
  if (type == nullptr || yaml::parse(source.text, tree).error.problem != yaml::Problem::none)
    return {};
  return model::spell(path_at(tree, source.text, finding.place.offset), *type,
                      yaml::value_of(source.text, tree));
}

/// The one that made what the finding is about.
const Assignment* cause_of(std::string_view spelled, std::span<const Assignment> assignments) {
  const auto found = std::ranges::find_if(
      assignments, [&](const Assignment& each) { return begins_with(spelled, each.path); });
  return found == assignments.end() ? nullptr : &*found;
}

/// What was typed there, and whether it is no value of its field at all; else the record.
std::pair<std::string, bool> typed_place(const Preview& preview, const Finding& finding,
                                         std::span<const Assignment> assignments) {
  const value::Source* const source = finding.place.source;
  const std::string_view path = source == nullptr ? finding.path : source->path;
  std::string id(model::id_of_name(path.substr(path.rfind('/') + 1)));
  const std::string field = source == nullptr ? std::string() : field_of(finding);
  const Assignment* const cause = source == nullptr ? nullptr : cause_of(field, assignments);
  if (cause == nullptr) {
    // A message names a field of the record itself; which item it is about is seen here only.
    if (field.find_first_of(".[") != field.npos) id += fmt::format(", {}", field);
    return {std::move(id), false};
  }
  const bool is_value = std::ranges::any_of(
      preview.snapshot().records().reading.faults, [&](const value::FoundFault& fault) {
        return fault.source == source && fault.fault.offset == finding.place.offset;
      });
  return {cause->typed(), is_value};
}

}  // namespace

RecordEditor& RecordEdits::at(const model::RecordHeader& record) {
  const std::string path(record.source->path);
  if (const auto found = entries_.find(path); found != entries_.end()) return *found->second.editor;
  const model::Dataset& data = snapshot_.records().dataset;
  const bool is_partner = record.kind == model::RecordKind::partner;
  RecordEditor::Inherited inherited;
  if (!is_partner)
    inherited = [&data, &record](std::span<const yaml::Step> at) {
      return from_case(data.engagement(record), at);
    };
  const std::string id(record.id());
  Entry& entry = entries_[path];
  entry.id = id;
  entry.editor = std::make_unique<RecordEditor>(
      id, is_partner ? model::partner_type() : model::engagement_type(),
      std::string(record.source->text), std::move(inherited));
  return *entry.editor;
}

RecordEditor& RecordEdits::create(const std::string& path, std::string text) {
  Entry& entry = entries_[path];
  entry.id = model::id_of_name(path.substr(path.rfind('/') + 1));
  entry.is_new = true;
  entry.editor = std::make_unique<RecordEditor>(entry.id, *model::type_at(path), std::move(text));
  return *entry.editor;
}

void RecordEdits::replace(const std::string& path, std::string text) {
  Entry& entry = entries_[path];
  entry.id = model::id_of_name(path.substr(path.rfind('/') + 1));
  entry.text = std::move(text);
}

model::Edit RecordEdits::edit() const {
  model::Edit edit;
  for (const auto& [path, entry] : entries_) {
    if (!entry.editor)
      edit.at(path).text = entry.text;
    else if (entry.is_new || entry.editor->is_changed())
      edit.at(path).text = entry.editor->text();
  }
  return edit;
}

std::vector<RecordText> RecordEdits::texts() const {
  std::vector<RecordText> texts;
  for (const model::FileChange& change : edit().files)
    texts.push_back({entries_.find(change.path)->second.id, change.path, *change.text});
  return texts;
}

/// Only what the change itself has moved: a record that was in a wrong folder stays in it.
void RecordEdits::move_to_their_folders(model::Edit& edit, const Preview& preview) const {
  const model::Dataset& before = snapshot_.records().dataset;
  const model::Dataset& after = preview.snapshot().records().dataset;
  for (model::FileChange& change : edit.files) {
    const auto* const was = record_of(before, change.path);
    const auto* const is = record_of(after, change.path);
    if (is == nullptr) continue;
    const std::string folder = right_folder(after, *is);
    const bool has_moved = was == nullptr || right_folder(before, *was) != folder;
    const std::string target = model::path_in(folder, is->id());
    if (folder.empty() || !has_moved || target == change.path) continue;
    if (was == nullptr)
      change.path = target;
    else
      change.moved_to = target;
  }
}

base::Result<std::shared_ptr<const Preview>> RecordEdits::preview(const Occasion& occasion) const {
  model::Edit edit = this->edit();
  auto preview = Preview::make(snapshot_, occasion, edit);
  if (!preview) return preview;
  move_to_their_folders(edit, **preview);
  const bool moves = std::ranges::any_of(edit.files, [&](const model::FileChange& change) {
    return !change.moved_to.empty() || !entries_.contains(change.path);
  });
  return moves ? Preview::make(snapshot_, occasion, edit) : std::move(preview);
}

std::vector<std::string> RecordEdits::all(const Entry& entry, Words words) {
  return entry.editor ? ((*entry.editor).*words)() : std::vector<std::string>();
}

std::vector<std::string> RecordEdits::lines() const {
  std::vector<std::string> lines;
  for (const auto& [path, entry] : entries_)
    for (const std::string& line : all(entry, &RecordEditor::lines))
      lines.push_back(fmt::format("{}: {}", entry.id, line));
  return lines;
}

std::vector<std::string> RecordEdits::unchanged() const {
  std::vector<std::string> lines;
  for (const auto& [path, entry] : entries_)
    for (const std::string& line : all(entry, &RecordEditor::unchanged))
      lines.push_back(fmt::format("{}: {}", entry.id, line));
  return lines;
}

std::vector<std::string> RecordEdits::detached() const {
  std::vector<std::string> fields;
  for (const auto& [path, entry] : entries_)
    for (const std::string& field : all(entry, &RecordEditor::detached))
      fields.push_back(fmt::format("{} of {}", field, entry.id));
  return fields;
}

std::size_t RecordEdits::changed() const {
  return static_cast<std::size_t>(std::ranges::count_if(entries_, [](const auto& each) {
    return each.second.is_new || !each.second.editor || each.second.editor->is_changed();
  }));
}

base::Done check_typed(const Preview& preview, std::span<const Assignment> assignments) {
  constexpr std::size_t most = 10;
  std::string what;
  std::string hint;
  std::size_t count = 0;
  bool is_mistyped = true;
  for (const Finding& finding : preview.new_findings()) {
    if (finding.severity != value::Severity::error) continue;
    if (++count > most) continue;
    const auto [where, is_value] = typed_place(preview, finding, assignments);
    is_mistyped = is_mistyped && is_value;
    if (!what.empty()) what += "\n  ";
    what += fmt::format("{}: {} ({})", where, finding.message, finding.rule);
    if (hint.empty()) hint = finding.help;
  }
  if (count == 0) return base::done();
  if (count > most) what += fmt::format("\n  and {} more", count - most);
  return Failure{is_mistyped ? Failing::usage : Failing::data, what,
                 hint.empty() ? "nothing was written" : "nothing was written; " + hint};
}

}  // namespace rapport::app
