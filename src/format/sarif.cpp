// SARIF 2.1.0, which code hosts show beside the lines. No line of a record is in it.
#include "format/engine/format.hpp"
#include "format/engine/json_findings.hpp"
#include "format/engine/uri.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>

namespace rapport::format::sarif_format {
namespace {

void write_message(base::JsonWriter& json, std::string_view name, std::string_view text) {
  json.key(name);
  json.begin_object();
  json.member("text", text);
  json.end_object();
}

void write_rule(base::JsonWriter& json, const view::RuleInfo& rule) {
  json.begin_object();
  json.member("id", rule.id);
  write_message(json, "shortDescription", rule.summary);
  if (!rule.help.empty()) {
    write_message(json, "fullDescription", rule.help);
    write_message(json, "help", rule.help);
  }
  json.key("defaultConfiguration");
  json.begin_object();
  json.member("level", value::name(rule.severity));
  json.end_object();
  json.end_object();
}

void write_driver(base::JsonWriter& json, const view::Findings& findings) {
  json.key("tool");
  json.begin_object();
  json.key("driver");
  json.begin_object();
  json.member("name", "rapport");
  json.key("rules");
  json.begin_array();
  for (const auto& rule : findings.rules) write_rule(json, rule);
  json.end_array();
  json.end_object();
  json.end_object();
}

void write_location(base::JsonWriter& json, const view::Place& place) {
  json.begin_object();
  json.key("physicalLocation");
  json.begin_object();
  json.key("artifactLocation");
  json.begin_object();
  json.member("uri", relative_uri(place.path));
  json.end_object();
  if (place.line > 0) {
    json.key("region");
    json.begin_object();
    json.member("startLine", place.line);
    json.member("startColumn", std::max<std::size_t>(place.column, 1));
    if (place.end > place.column) json.member("endColumn", place.end);
    json.end_object();
  }
  json.end_object();
  json.end_object();
}

void write_related(base::JsonWriter& json, const view::Finding& finding) {
  const auto has_place = [](const view::Note& note) { return !note.place.path.empty(); };
  if (std::ranges::none_of(finding.notes, has_place)) return;
  json.key("relatedLocations");
  json.begin_array();
  for (const auto& note : finding.notes)
    if (has_place(note)) write_location(json, note.place);
  json.end_array();
}

void write_result(base::JsonWriter& json, const view::Finding& finding,
                  const std::map<std::string_view, std::int64_t>& rules) {
  json.begin_object();
  json.member("ruleId", finding.rule);
  if (const auto rule = rules.find(finding.rule); rule != rules.end())
    json.member("ruleIndex", rule->second);
  json.member("level", value::name(finding.severity));
  write_message(json, "message", open_message(finding));
  if (!finding.place.path.empty()) {
    json.key("locations");
    json.begin_array();
    write_location(json, finding.place);
    json.end_array();
  }
  write_related(json, finding);
  json.end_object();
}

void write_results(base::JsonWriter& json, const view::Findings& findings) {
  std::map<std::string_view, std::int64_t> rules;
  for (const auto& rule : findings.rules)
    rules.emplace(rule.id, static_cast<std::int64_t>(rules.size()));
  json.key("results");
  json.begin_array();
  for (const auto& finding : findings.findings) write_result(json, finding, rules);
  json.end_array();
}

void write_skipped(base::JsonWriter& json, const view::Findings& findings) {
  json.key("invocations");
  json.begin_array();
  json.begin_object();
  json.member("executionSuccessful", true);
  json.key("toolConfigurationNotifications");
  json.begin_array();
  for (const auto& skipped : findings.skipped) {
    json.begin_object();
    json.member("level", "note");
    write_message(json, "message", "skipped " + skipped.check + ": " + skipped.reason);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  json.end_array();
}

base::Result<std::string> findings(const view::Findings& findings, const Options&) {
  base::JsonWriter json;
  json.begin_object();
  json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  json.member("version", "2.1.0");
  json.key("runs");
  json.begin_array();
  json.begin_object();
  write_driver(json, findings);
  json.member("columnKind", "unicodeCodePoints");
  if (!findings.skipped.empty()) write_skipped(json, findings);
  write_results(json, findings);
  json.end_object();
  json.end_array();
  json.end_object();
  return json.take() + "\n";
}

}  // namespace

extern const FormatSpec spec;
const FormatSpec spec = {
    .suffix = ".sarif",
    .summary = "findings as SARIF 2.1.0, for code hosts",
    .findings = findings,
};

}  // namespace rapport::format::sarif_format
