// What can be wrong with the text of a record before any field is looked at. A fault has no words:
// each problem is worded in rules/.
#pragma once

#include <cstdint>

namespace rapport::yaml {

enum class Problem : std::uint8_t {
  none,
  empty_file,         // nothing but comments and blank lines
  too_large,          // more than the limit of bytes
  too_deep,           // block and flow nesting together
  encoding,           // not UTF-8, or UTF-16
  control_character,  // C0, C1, DEL, NEL, LS, PS, lone CR, NUL; also written as an escape
  mixed_line_ends,
  byte_order_mark,  // a warning; reading goes on
  tab,              // where indentation or separation is meant
  quote,            // never closed, or text after the closing quote
  escape,           // not one of the escapes of a record
  key,              // not a key: quoted, too long, other characters, no colon, no space after it
  duplicate_key,
  indentation,      // an entry or item that begins at no open column
  dash,             // no space behind the dash of an item
  flow,             // a flow collection that is never closed; a mark that has no place in one
  flow_item,        // a comma without an item before it
  flow_pair,        // a pair in a list
  flow_value,       // a pair without a value
  flow_comma,       // two items with no comma between them
  flow_closing,     // a closing bracket of the other kind, or with nothing to close
  flow_shallow,     // a line of a collection that is not deeper than its entry
  flow_below,       // a collection below a dash that stands alone
  flow_rest,        // text behind a collection
  plain,            // a plain scalar that begins or contains what YAML reads otherwise
  null_word,        // ~, null, Null, NULL
  comment,          // '#' glued to text, or no space after it
  several_lines,    // a scalar that continues on a deeper line
  block_scalar,     // header or text of | and >
  nested_list,      // a list directly in a list, in block form
  top_level,        // the file is not one block mapping at column 1
  document_marker,  // a second ---, or ...
  directive,
  anchor,
  tag,
  merge_key,    // <<
  complex_key,  // ?
  conflict_marker,
};

struct Fault {
  Problem problem = Problem::none;
  std::uint32_t offset = 0;  // bytes from the start of the file
  std::uint32_t length = 0;  // bytes under the caret; 0 is drawn as 1
  std::uint32_t other = 0;   // where the bracket opens that this is about; 0 for most
};

}  // namespace rapport::yaml
