// Which columns a table has: the office's own edition shows what is missing, others have no column
// that is empty in every row.
#include "report/brief/brief.hpp"

#include <algorithm>

namespace rapport::report {

using templates::List;
using templates::Value;

Value columns(const Brief& brief, const List& rows, std::initializer_list<const char*> names) {
  Value shown = Value::object();
  for (const char* name : names)
    shown.set(name, brief.is_for_office() || std::ranges::any_of(rows, [name](const Value& row) {
                      return row.find(name)->holds();
                    }));
  return shown;
}

Value columns(const Brief& brief, const Value& groups, const char* inner,
              std::initializer_list<const char*> names) {
  List rows;
  if (const List* list = groups.list())
    for (const Value& group : *list)
      for (const Value& row : *group.find(inner)->list()) rows.push_back(row);
  return columns(brief, rows, names);
}

}  // namespace rapport::report
