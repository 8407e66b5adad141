// Tab-separated values: no quotes; a tab, line end or backslash in a text is written as an escape.
#include "base/text.hpp"
#include "format/engine/flat.hpp"
#include "format/engine/format.hpp"
#include "format/engine/spreadsheet.hpp"

namespace rapport::format::tsv_format {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\t')
      out += "\\t";
    else if (c == '\n')
      out += "\\n";
    else if (c == '\r')
      out += "\\r";
    else if (c == '\\')
      out += "\\\\";
    else
      out += c;
  }
  return out;
}

std::string field(const view::Cell& cell, const Options& options) {
  const std::string text = view::to_text(cell, "; ");
  const bool is_number = std::holds_alternative<view::Number>(cell);
  return escaped(options.guard && !is_number ? guarded(text) : text);
}

base::Result<std::string> table(const view::Table& table, const Options& options) {
  const Flat rows = flat(table);
  std::string out;
  const char* separator = "";
  for (const auto& column : rows.columns) out += separator + escaped(column.key), separator = "\t";
  out += "\n";
  for (const auto& row : rows.rows) {
    separator = "";
    for (const auto& cell : row.cells) out += separator + field(cell, options), separator = "\t";
    out += "\n";
  }
  return out;
}

}  // namespace

extern const FormatSpec spec;
const FormatSpec spec = {
    .suffix = ".tsv",
    .summary = "tab-separated values; tab, line end and backslash as escapes",
    .table = table,
};

}  // namespace rapport::format::tsv_format
