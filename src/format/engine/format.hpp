// What a format is: the shapes of answer it can write, each by one function. A shape it cannot
// write stays empty, and the program says which formats can.
#pragma once

#include "base/registered.hpp"
#include "base/result.hpp"
#include "view/cards.hpp"
#include "view/findings.hpp"
#include "view/page.hpp"
#include "view/shape.hpp"
#include "view/table.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::format {

struct Options {
  std::size_t width = 0;  // columns of the screen; 0: nothing is cut or wrapped to fit
  bool colour = false;    // terminal formats only
  bool nul = false;       // `-0`: ids end in NUL instead of LF
  bool excerpts = false;  // findings show the text of their lines; text only
  bool guard = true;      // CSV and TSV keep spreadsheets from reading text as a formula
};

/// The bytes, or why there are none: what a format is written with may not be installed.
template <class Shape>
using Write = base::Result<std::string> (*)(const Shape&, const Options&);

struct FormatSpec {
  std::string_view suffix;     // of files that are in this format, with the point; may be empty
  std::string_view summary;    // one line of the manual
  std::string_view also = {};  // another suffix that is read as this one
  bool is_own = false;         // for pages of the program itself: nobody can ask for it
  Write<view::Table> table = nullptr;
  Write<view::Page> page = nullptr;
  Write<view::Cards> cards = nullptr;
  Write<view::Findings> findings = nullptr;
};

/// A format and its name, which is its file's.
using Format = base::Registered<FormatSpec>;

/// Every format there is, the program's own too, in the order of their names.
std::span<const Format> all_formats();

bool writes(const FormatSpec& format, view::Shape shape);

/// Those that can be asked for, for an output of this shape; without one, for any.
std::vector<Format> formats_for(std::optional<view::Shape> shape);

/// The one that is asked for by its name, or as a suffix calls it, without the point; null when
/// there is none.
const Format* find_format(std::string_view name);

/// The one that is asked for by the suffix that ends `file`, or null.
const Format* format_of_file(std::string_view file);

}  // namespace rapport::format
