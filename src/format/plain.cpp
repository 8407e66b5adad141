// One row a line for grep and awk: no heading, nothing cut, no colour; `-` where nothing is
// recorded, so that the columns can be counted.
#include "format/engine/columns.hpp"
#include "format/engine/flat.hpp"

namespace rapport::format::plain_format {
namespace {

base::Result<std::string> table(const view::Table& table, const Options&) {
  const Flat rows = flat(table);
  Columns columns(rows.columns);
  std::vector<CellTexts> texts;
  for (auto row : rows.rows) {
    row.maybe = false;  // it has a column of its own
    texts.push_back(shown(rows.columns, row, "-"));
    columns.measure(texts.back());
  }
  std::string out;
  for (const auto& row : texts) out += columns.line(row);
  return out;
}

}  // namespace

extern const FormatSpec spec;
const FormatSpec spec = {
    .suffix = "",
    .summary = "one row on each line, without headings, for grep and awk",
    .table = table,
};

}  // namespace rapport::format::plain_format
