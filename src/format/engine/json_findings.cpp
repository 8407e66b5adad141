#include "format/engine/json_findings.hpp"

namespace rapport::format {
namespace {

void write_place_members(base::JsonWriter& json, const view::Place& place) {
  json.member("path", place.path);
  if (place.line == 0) return;
  json.member("line", place.line);
  json.member("column", place.column);
  json.member("end_column", place.end);
}

}  // namespace

const std::string& open_message(const view::Finding& finding) {
  return finding.open_message.empty() ? finding.message : finding.open_message;
}

void write_finding_members(base::JsonWriter& json, const view::Finding& finding) {
  json.member("severity", value::name(finding.severity));
  json.member("rule", finding.rule);
  write_place_members(json, finding.place);
  json.member("message", open_message(finding));
  if (finding.notes.empty()) return;
  json.key("related");
  json.begin_array();
  for (const auto& note : finding.notes) {
    if (note.place.path.empty()) continue;
    json.begin_object();
    write_place_members(json, note.place);
    json.end_object();
  }
  json.end_array();
}

}  // namespace rapport::format
