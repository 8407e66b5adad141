// Columns of text, aligned for a screen with fixed character width.
#pragma once

#include "format/engine/format.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace rapport::format {

/// The texts of one row as they are to stand there: on one line, safe, not yet cut.
using CellTexts = std::vector<std::string>;

class Columns {
 public:
  explicit Columns(const std::vector<view::Column>& columns);

  /// Makes room for the texts of a row, and for the words above them.
  void measure(const CellTexts& texts);
  void measure_heading(const CellTexts& texts);

  /// Narrows what may be cut until a row fits `width`, and where that is not enough leaves out the
  /// columns in which no row has a text; 0 leaves all as it is.
  void fit(std::size_t width);

  /// One line, or more where a name goes on, each with its end and without spaces behind the last
  /// text.
  std::string line(const CellTexts& texts) const;

 private:
  std::size_t total() const;
  std::size_t* widest();
  bool narrow(std::size_t width);
  std::vector<std::string> cell(const std::string& text, std::size_t column) const;

  const std::vector<view::Column>& columns_;
  std::vector<std::size_t> widths_;
  std::vector<std::size_t> least_;  // what a column is not narrowed below
  std::vector<bool> is_empty_;      // no row has a text in it
  std::vector<bool> is_left_out_;
};

/// The texts of a row; a row the query could not tell has `?` behind its first text. An empty cell
/// shows as `empty`.
CellTexts shown(const std::vector<view::Column>& columns, const view::Row& row,
                const std::string& empty);

/// The whole table as people read it on a screen.
base::Result<std::string> text_table(const view::Table& table, const Options& options);

}  // namespace rapport::format
