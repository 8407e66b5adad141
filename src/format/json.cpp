// One JSON document. Its layout is part of the interface: `version` goes up when it changes.
#include "format/engine/format.hpp"
#include "format/engine/json_findings.hpp"
#include "format/engine/json_table.hpp"

namespace rapport::format::json_format {
namespace {

std::string done(base::JsonWriter& json) {
  json.end_object();
  return json.take() + "\n";
}

/// A row with several values is in several groups, so that the counts may add up to more.
void write_groups(base::JsonWriter& json, const view::Table& table) {
  json.key("groups");
  json.begin_array();
  for (const auto& group : table.groups) {
    json.begin_object();
    json.key(table.group_by.key);
    write_cell(json, group.heading.empty() ? view::Cell{} : group.heading);
    json.member("count", group.rows.size());
    json.end_object();
  }
  json.end_array();
}

base::Result<std::string> table(const view::Table& table, const Options&) {
  const Flat rows = flat(table, Marking::beside);
  base::JsonWriter json;
  json.begin_object();
  json.member("version", json_version);
  if (!table.document.empty()) {
    json.key("document");
    json.begin_object();
    for (const auto& [key, text] : table.document) json.member(key, text);
    json.end_object();
  }
  json.member("count", rows.rows.size());
  json.key("rows");
  json.begin_array();
  for (const auto& row : rows.rows) {
    json.begin_object();
    write_members(json, rows, row);
    json.end_object();
  }
  json.end_array();
  if (table.is_grouped()) write_groups(json, table);
  return done(json);
}

base::Result<std::string> cards(const view::Cards& cards, const Options&) {
  base::JsonWriter json;
  json.begin_object();
  json.member("version", json_version);
  json.key("cards");
  json.begin_array();
  for (const auto& card : cards.cards) {
    json.begin_object();
    write_card_members(json, card);
    json.end_object();
  }
  json.end_array();
  return done(json);
}

void write_counts(base::JsonWriter& json, const view::Findings& findings) {
  json.key("checked");
  json.begin_object();
  for (const auto& checked : findings.checked) json.member(checked.many, checked.number);
  json.end_object();
  json.member("errors", view::count(findings, value::Severity::error));
  json.member("warnings", view::count(findings, value::Severity::warning));
  json.member("notes", view::count(findings, value::Severity::note));
}

base::Result<std::string> findings(const view::Findings& findings, const Options&) {
  base::JsonWriter json;
  json.begin_object();
  json.member("version", json_version);
  write_counts(json, findings);
  json.key("findings");
  json.begin_array();
  for (const auto& finding : findings.findings) {
    json.begin_object();
    write_finding_members(json, finding);
    json.end_object();
  }
  json.end_array();
  json.key("skipped");
  json.begin_array();
  for (const auto& skipped : findings.skipped) {
    json.begin_object();
    json.member("check", skipped.check);
    json.member("reason", skipped.reason);
    json.end_object();
  }
  json.end_array();
  return done(json);
}

}  // namespace

extern const FormatSpec spec;
const FormatSpec spec = {
    .suffix = ".json",
    .summary = "one JSON document, with a version",
    .table = table,
    .cards = cards,
    .findings = findings,
};

}  // namespace rapport::format::json_format
