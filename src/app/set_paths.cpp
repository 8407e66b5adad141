#include "app/set_paths.hpp"

#include "app/assignment.hpp"
#include "app/new_record.hpp"
#include "app/records.hpp"
#include "model/record_path.hpp"
#include "model/record_type.hpp"
#include "yaml/tree.hpp"

namespace rapport::app {
namespace {

using value::Shape;

std::string_view ending(const value::Type& type) {
  if (type.shape == Shape::block) return ".";
  return type.shape == Shape::list ? "+=" : "=";
}

void add_fields(std::vector<std::string>& paths, const std::string& before,
                const value::Type& block) {
  for (const value::Field& row : block.rows().rows) {
    if (row.meta.only_grows) continue;  // it has a command of its own
    paths.push_back(before + std::string(row.name) + std::string(ending(*row.type)));
    const bool has_items = row.type->shape == Shape::list && row.type->element->rows != nullptr;
    if (has_items) paths.push_back(before + std::string(row.name) + ".");
  }
}

/// Items by what they are named by.
void add_items(std::vector<std::string>& paths, const model::RecordPath& list,
               const value::Type& record, const yaml::Value& root) {
  const yaml::Value* const value = find_value(root, list.steps);
  if (value == nullptr) return;
  const std::string_view end = ending(*list.type().element) == "." ? "." : "=";
  for (std::size_t i = 0; i < value->children.size(); ++i) {
    yaml::Path steps = list.steps;
    steps.push_back({.item = i});
    paths.push_back(model::spell(steps, record, root) + std::string(end));
  }
}

std::vector<std::string> paths_of(const value::Type& record, const yaml::Value& root,
                                  std::string_view typed) {
  std::vector<std::string> paths;
  const auto dot = typed.rfind('.');
  if (dot == typed.npos) {
    add_fields(paths, "", record);
    return paths;
  }
  const auto at = model::find_path(typed.substr(0, dot), record, root);
  if (!at || (at->field != nullptr && at->field->meta.only_grows)) return paths;
  if (at->type().shape == Shape::list)
    add_items(paths, *at, record, root);
  else if (at->type().rows != nullptr)
    add_fields(paths, std::string(typed.substr(0, dot + 1)), at->type());
  return paths;
}

}  // namespace

std::vector<std::string> set_paths(const Snapshot& snapshot, std::string_view id,
                                   std::string_view typed) {
  const auto* const record = snapshot.records().dataset.find(id);
  if (record == nullptr || typed.find('=') != typed.npos) return {};
  const bool is_partner = record->kind == model::RecordKind::partner;
  const value::Type& type = is_partner ? model::partner_type() : model::engagement_type();
  const auto root = yaml::read_value(record->source->text);
  return root ? paths_of(type, *root, typed) : std::vector<std::string>{};
}

std::vector<std::string> set_paths(std::string_view kind, std::string_view typed) {
  if (typed.find('=') != typed.npos) return {};
  std::optional<RecordKindName> found = find_kind(kind);
  if (!found && (kind == "partner" || kind == "engagement"))
    found = RecordKindName{kind == "partner" ? "partner" : "engagement", {}};
  if (!found) return {};
  return paths_of(found->type(), yaml::Value{.kind = yaml::Kind::mapping}, typed);
}

}  // namespace rapport::app
