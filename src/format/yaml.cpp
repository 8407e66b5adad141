// YAML for other tools: block mappings and lists, every text such that no reader takes it for a
// number, a date or a yes.
#include "format/engine/flat.hpp"
#include "format/engine/format.hpp"
#include "format/engine/json_table.hpp"
#include "format/engine/yaml_text.hpp"

#include <fmt/format.h>

namespace rapport::format::yaml_format {
namespace {

std::string scalar(const view::Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return yaml_text(*text);
  if (const auto* number = std::get_if<view::Number>(&cell)) return view::to_text(*number);
  if (const auto* list = std::get_if<view::Texts>(&cell)) {
    std::string items;
    for (const auto& item : *list)
      items += (items.empty() ? "" : ", ") + (item.empty() ? "null" : yaml_text(item));
    return "[" + items + "]";
  }
  if (std::holds_alternative<view::Withheld>(cell)) return "{withheld: true}";
  return "null";
}

base::Result<std::string> table(const view::Table& table, const Options&) {
  const Flat rows = flat(table, Marking::beside);
  std::string out = fmt::format("version: {}\n", json_version);
  if (!table.document.empty()) out += "document:\n";
  for (const auto& [key, text] : table.document)
    out += fmt::format("  {}: {}\n", key, yaml_text(text));
  out += fmt::format("count: {}\nrows:", rows.rows.size());
  if (rows.rows.empty()) return out + " []\n";
  out += "\n";
  for (const auto& row : rows.rows) {
    const char* lead = "  - ";
    for (std::size_t i = 0; i < rows.columns.size(); ++i, lead = "    ")
      out += fmt::format("{}{}: {}\n", lead, yaml_text(rows.columns[i].key), scalar(row.cells[i]));
  }
  return out;
}

void add(std::string& out, const std::vector<view::Value>& values, std::size_t indent) {
  if (values.empty()) out.insert(out.size() - 1, " []");
  const std::string lead(indent, ' ');
  for (const auto& value : values) {
    out += fmt::format("{}- text: {}\n", lead, yaml_text(value.text));
    if (value.below.empty()) continue;
    out += fmt::format("{}  below:\n", lead);
    add(out, value.below, indent + 4);
  }
}

void add(std::string& out, const view::Section& section) {
  out += fmt::format("      - key: {}\n        heading: {}\n        lines:\n",
                     yaml_text(section.key), yaml_text(section.heading));
  if (section.lines.empty()) out.insert(out.size() - 1, " []");
  for (const auto& line : section.lines) {
    out += fmt::format("          - key: {}\n            label: {}\n            values:\n",
                       yaml_text(line.key), yaml_text(line.label));
    add(out, line.values, 14);
  }
}

/// What stands behind a key or a dash: on its line, or below it at `indent`.
void add(std::string& out, const view::Data& data, std::size_t indent) {
  using Kind = view::Data::Kind;
  if (data.kind == Kind::text) {
    out += fmt::format(" {}\n", yaml_text(data.text));
    return;
  }
  if (data.parts.empty()) {
    out += data.kind == Kind::list ? " []\n" : " {}\n";
    return;
  }
  const std::string lead(indent, ' ');
  if (data.kind == Kind::object) {
    // The first member of an item stands behind its dash.
    const bool is_item = out.back() == '-';
    if (!is_item) out += '\n';
    for (const auto& member : data.parts) {
      const bool is_behind_dash = is_item && &member == &data.parts.front();
      out += fmt::format("{}{}:", is_behind_dash ? " " : lead, yaml_text(member.key));
      add(out, member, indent + 2);
    }
    return;
  }
  out += '\n';
  for (const auto& item : data.parts) {
    out += lead + "-";
    add(out, item, indent + 2);
  }
}

base::Result<std::string> cards(const view::Cards& cards, const Options&) {
  std::string out = fmt::format("version: {}\ncards:\n", json_version);
  if (cards.cards.empty()) out.insert(out.size() - 1, " []");
  for (const auto& card : cards.cards) {
    if (!card.members.empty()) {
      out += fmt::format("  - id: {}\n", yaml_text(card.id));
      for (const auto& member : card.members) {
        out += fmt::format("    {}:", yaml_text(member.key));
        add(out, member, 6);
      }
      continue;
    }
    out += fmt::format("  - id: {}\n    title: {}\n    sections:\n", yaml_text(card.id),
                       yaml_text(card.title));
    if (card.sections.empty()) out.insert(out.size() - 1, " []");
    for (const auto& section : card.sections) add(out, section);
  }
  return out;
}

}  // namespace

extern const FormatSpec spec;
const FormatSpec spec = {
    .suffix = ".yaml",
    .summary = "YAML in which every text stays text",
    .also = ".yml",
    .table = table,
    .cards = cards,
};

}  // namespace rapport::format::yaml_format
