#include "format/engine/flat.hpp"

#include <utility>

namespace rapport::format {

Flat flat(const view::Table& table, Marking marking) {
  const bool grouped = table.is_grouped();
  const bool marked = table.tells_match || view::count_maybes(table) > 0;
  Flat result;
  if (grouped) result.columns.push_back(table.group_by);
  result.columns.insert(result.columns.end(), table.columns.begin(), table.columns.end());
  if (marked) result.columns.push_back({.key = "match", .heading = "match"});
  const bool repeats_marking = marking == Marking::column && !table.marking.empty();
  if (repeats_marking) result.columns.push_back({.key = "marking", .heading = "marking"});
  result.rows.reserve(view::count_rows(table));
  for (const auto& group : table.groups) {
    for (const auto& row : group.rows) {
      view::Row flat_row{.cells = {}, .id = row.id, .maybe = row.maybe};
      flat_row.cells.reserve(result.columns.size());
      if (grouped) flat_row.cells.push_back(group.heading.empty() ? view::Cell{} : group.heading);
      flat_row.cells.insert(flat_row.cells.end(), row.cells.begin(), row.cells.end());
      if (marked) flat_row.cells.emplace_back(std::string(row.maybe ? "maybe" : "yes"));
      flat_row.cells.resize(result.columns.size() - std::size_t{repeats_marking});
      if (repeats_marking) flat_row.cells.emplace_back(table.marking);
      result.rows.push_back(std::move(flat_row));
    }
  }
  return result;
}

}  // namespace rapport::format
