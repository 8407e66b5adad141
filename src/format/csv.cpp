// Comma-separated values as RFC 4180 has them, in UTF-8. By default no text can act as a formula
// in a spreadsheet that opens the file.
#include "base/text.hpp"
#include "format/engine/flat.hpp"
#include "format/engine/format.hpp"
#include "format/engine/spreadsheet.hpp"

namespace rapport::format::csv_format {
namespace {

std::string field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  return '"' + base::replace_all(text, "\"", "\"\"") + '"';
}

std::string field(const view::Cell& cell, const Options& options) {
  const std::string text = view::to_text(cell, "; ");
  const bool is_number = std::holds_alternative<view::Number>(cell);
  return field(options.guard && !is_number ? guarded(text) : text);
}

base::Result<std::string> table(const view::Table& table, const Options& options) {
  const Flat rows = flat(table);
  std::string out;
  const char* separator = "";
  for (const auto& column : rows.columns) out += separator + field(column.key), separator = ",";
  out += "\r\n";
  for (const auto& row : rows.rows) {
    separator = "";
    for (const auto& cell : row.cells) out += separator + field(cell, options), separator = ",";
    out += "\r\n";
  }
  return out;
}

}  // namespace

extern const FormatSpec spec;
const FormatSpec spec = {
    .suffix = ".csv",
    .summary = "comma-separated values, safe to open in a spreadsheet",
    .table = table,
};

}  // namespace rapport::format::csv_format
