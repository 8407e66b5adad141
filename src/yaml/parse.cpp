// The strict reader of records: one pass over the lines of a file into a flat tree.
#include "yaml/check.hpp"
#include "yaml/parser.hpp"

namespace rapport::yaml {

Parsed parse(std::string_view text, Tree& tree) {
  Parsed parsed;
  tree.nodes.clear();
  if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff"))
    return {{Problem::encoding, 0, 1}, {}};
  const bool mark = text.starts_with("\xef\xbb\xbf");
  if (mark) parsed.warning = {Problem::byte_order_mark, 0, 3};
  parsed.error = check(text);
  if (parsed.error.problem == Problem::none) parsed.error = Parser(text, tree).run(mark ? 3 : 0);
  return parsed;
}

}  // namespace rapport::yaml
