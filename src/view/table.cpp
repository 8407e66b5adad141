#include "view/table.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace rapport::view {

Table for_people(const Table& table) {
  Table result = table;
  std::erase_if(result.columns, [](const Column& column) { return column.for_programs; });
  for (auto& group : result.groups)
    for (auto& row : group.rows) {
      std::vector<Cell> cells;
      for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i)
        if (!table.columns[i].for_programs) cells.push_back(std::move(row.cells[i]));
      row.cells = std::move(cells);
    }
  return result;
}

std::size_t count_rows(const Table& table) {
  std::size_t count = 0;
  for (const auto& group : table.groups) count += group.rows.size();
  return count;
}

std::size_t count_maybes(const Table& table) {
  std::size_t count = 0;
  for (const auto& group : table.groups)
    count += static_cast<std::size_t>(std::ranges::count_if(group.rows, &Row::maybe));
  return count;
}

std::string to_text(const Number& number) {
  std::string digits = std::to_string(number.units);
  if (number.places == 0) return digits;
  const std::size_t sign = number.units < 0 ? 1 : 0;
  const std::size_t least = sign + number.places + 1U;
  if (digits.size() < least) digits.insert(sign, least - digits.size(), '0');
  const std::size_t point = digits.size() - number.places;
  return digits.substr(0, point) + '.' + digits.substr(point);
}

std::string to_text(const Cell& cell, const std::string& separator) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<Number>(&cell)) return to_text(*number);
  if (const auto* list = std::get_if<Texts>(&cell)) return base::join(*list, separator);
  if (std::holds_alternative<Withheld>(cell)) return "withheld";
  return {};
}

std::string to_text(const Column& column, const Cell& cell, const std::string& nothing) {
  std::string text;
  if (const auto* list = std::get_if<Texts>(&cell)) {
    Texts texts = *list;
    for (auto& each : texts)
      if (each.empty()) each = nothing;
    text = base::join(texts, ", ");
  } else {
    text = to_text(cell);
  }
  return text.empty() && column.of_item ? nothing : text;
}

}  // namespace rapport::view
