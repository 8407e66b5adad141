// One JSON object a line, each with the version, for programs that read as they go.
#include "format/engine/format.hpp"
#include "format/engine/json_findings.hpp"
#include "format/engine/json_table.hpp"

namespace rapport::format::jsonl_format {
namespace {

template <class Members>
std::string line(Members members) {
  base::JsonWriter json(base::JsonWriter::Layout::compact);
  json.begin_object();
  json.member("version", json_version);
  members(json);
  json.end_object();
  return json.take() + "\n";
}

base::Result<std::string> table(const view::Table& table, const Options&) {
  const Flat rows = flat(table);
  std::string out;
  for (const auto& row : rows.rows)
    out += line([&](base::JsonWriter& json) { write_members(json, rows, row); });
  return out;
}

base::Result<std::string> cards(const view::Cards& cards, const Options&) {
  std::string out;
  for (const auto& card : cards.cards)
    out += line([&](base::JsonWriter& json) { write_card_members(json, card); });
  return out;
}

base::Result<std::string> findings(const view::Findings& findings, const Options&) {
  std::string out;
  for (const auto& finding : findings.findings)
    out += line([&](base::JsonWriter& json) { write_finding_members(json, finding); });
  for (const auto& skipped : findings.skipped)
    out += line([&](base::JsonWriter& json) {
      json.member("skipped", skipped.check);
      json.member("reason", skipped.reason);
    });
  return out;
}

}  // namespace

extern const FormatSpec spec;
const FormatSpec spec = {
    .suffix = ".jsonl",
    .summary = "one JSON object on each line",
    .table = table,
    .cards = cards,
    .findings = findings,
};

}  // namespace rapport::format::jsonl_format
