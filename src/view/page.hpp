// The document model: what a letter, a briefing pack and a manual page are before they become
// Markdown, HTML, text or roff. Plain data; a writer escapes every text for its own syntax.
#pragma once

#include "view/table.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rapport::view {

/// A piece of text with one look. A line break is a run of its own, with nothing else set.
struct Run {
  std::string text = {};
  bool strong = false;
  bool emphasis = false;
  bool code = false;
  bool line_break = false;
  std::string link = {};  // a writer makes a link of it only when `is_safe_link` says so
};
using Runs = std::vector<Run>;

struct Block;
using Blocks =
    std::vector<Block>;  // its members have no `= {}`: Clang 14 wants Block complete there

struct Heading {
  int level = 1;  // 1 to 6
  Runs runs = {};
};

struct Paragraph {
  Runs runs = {};
};

struct List {
  bool ordered = false;
  unsigned start = 1;  // of an ordered list
  std::vector<Blocks> items = {};
};

/// A table in a document. Every row has as many cells as the head.
struct Grid {
  std::vector<Align> columns = {};
  std::vector<bool> whole = {};  // columns whose texts are better not broken; may be shorter
  std::vector<std::size_t> widths = {};  // of the columns, in parts of their sum; may be empty
  std::vector<Runs> head = {};
  std::vector<std::vector<Runs>> rows = {};
};

struct Quote {
  Blocks blocks;
};

struct Code {
  std::string text = {};  // its lines, each with its line end
};

struct Rule {};

struct PageBreak {};

/// Parts of a letter that have a place of their own on the sheet.
struct Letterhead {
  Blocks blocks;
};
struct Address {
  Blocks blocks;
};
struct Signature {
  Blocks blocks;
};

/// No page ends within these blocks, if they fit one.
struct KeepTogether {
  Blocks blocks;
};

struct Block {
  std::variant<Paragraph, Heading, List, Grid, Quote, Code, Rule, PageBreak, Letterhead, Address,
               Signature, KeepTogether>
      content = {};
};

/// Every field but the title and the language may be empty, and is then left out.
struct Metadata {
  std::string title = {};  // of the file; a page without a heading of level 1 shows it as one
  std::string language = "en";
  std::string classification = {};  // as it is printed on every page: "CONFIDENTIAL"
  std::string date = {};            // as it is printed
  std::string edition = {};         // "edition 2", "draft"
  std::string audience = {};
};

struct Page {
  Metadata meta = {};
  Blocks blocks;
};

/// The text alone; a line break is a line end.
std::string to_text(const Runs& runs);

/// https, mailto, tel and signal only, and nothing but characters that belong into an address.
bool is_safe_link(std::string_view link);

/// Written from right to left: Arabic, Hebrew, Persian, Urdu and others.
bool is_right_to_left(std::string_view language);

}  // namespace rapport::view
