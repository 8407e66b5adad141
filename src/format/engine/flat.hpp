// A table as programs read it: one list of rows, where the group is a first column and a row the
// query could not tell is marked in a last one, `match` (where the table has such rows, or the
// question is one that has: then whatever the records say).
#pragma once

#include "view/table.hpp"

#include <string>
#include <vector>

namespace rapport::format {

struct Flat {
  std::vector<view::Column> columns;
  std::vector<view::Row> rows;
};

/// Where the marking of a list that is handed out stands: in a last column, `marking`, or beside
/// the rows, where the format has a place for it.
enum class Marking { column, beside };

Flat flat(const view::Table& table, Marking marking = Marking::column);

}  // namespace rapport::format
