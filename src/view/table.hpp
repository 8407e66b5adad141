// A table: what `list`, `contacts` and the reports answer with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace rapport::view {

enum class Align { left, right };

struct Column {
  std::string key = {};      // the name in JSON, YAML and CSV: snake_case, stable
  std::string heading = {};  // what people read
  Align align = Align::left;
  bool whole = false;         // never cut to fit a screen: ids, references, numbers of phones
  bool wraps = false;         // nor a name: it goes on in the next line
  bool optional = false;      // left out of a document when nothing stands in it
  bool of_item = false;       // of the one item that a row is: people see where it has no value
  bool for_programs = false;  // another column has it in words
};

/// units = 1250, places = 2 is 12.50: an amount keeps the digits it was written with.
struct Number {
  std::int64_t units = 0;
  std::uint8_t places = 0;
};

using Texts = std::vector<std::string>;

/// What the reader may not see, whether there is something or not.
struct Withheld {};

/// Empty (nothing recorded) is another thing than an empty text. An empty text among several stands
/// for an item of a list without a value.
using Cell = std::variant<std::monostate, std::string, Number, Texts, Withheld>;

struct Row {
  std::vector<Cell> cells = {};  // as many as there are columns
  std::string id = {};           // what `--format ids` writes; may be empty
  bool maybe = false;            // the query could not tell: listed, with a mark
};

/// Rows under one heading. A table that is not grouped has one group without a heading.
struct Group {
  std::string heading = {};  // for programs, and on a terminal; empty: of those without a value
  std::vector<Row> rows = {};
  std::string title = {};  // the heading in words, in a document
  /// What people read in place of the heading where there are no rows; empty: the heading, and 0.
  std::string nothing = {};
};

/// A format people read puts the headings of groups between the rows, with the number of rows. A
/// format programs read puts them into a first column, `group_by`.
struct Table {
  std::string title = {};
  std::vector<Column> columns = {};
  std::vector<Group> groups = {};
  Column group_by = {};  // without a key: not grouped
  /// Classification, edition, date of a list that is handed out, in words. Formats of rows repeat
  /// it in a last column, `marking`.
  std::string marking = {};
  /// The same by key, for formats that have a place for it beside the rows.
  std::vector<std::pair<std::string, std::string>> document = {};
  std::string language = "en";

  /// Several rows may be of one record, whose id another program gets once.
  bool has_ids_once = false;
  bool tells_match = false;  // formats programs read say of each row whether it is sure

  bool is_grouped() const { return !group_by.key.empty(); }
};

inline Cell number(std::int64_t units) { return Number{.units = units, .places = 0}; }

/// Without the columns for programs.
Table for_people(const Table& table);

std::size_t count_rows(const Table& table);
std::size_t count_maybes(const Table& table);

/// The digits, with a point before the last `places`: "12.50".
std::string to_text(const Number& number);

/// One text for a cell; a list is joined by `separator`. Nothing recorded is no text, and what is
/// withheld is that word.
std::string to_text(const Cell& cell, const std::string& separator = ", ");

/// The same for people, who see `nothing` for an item of a list without a value.
std::string to_text(const Column& column, const Cell& cell, const std::string& nothing = "–");

}  // namespace rapport::view
