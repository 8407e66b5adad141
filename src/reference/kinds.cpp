#include "reference/kinds.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace rapport::reference {
namespace {

using value::CodeSet;

struct Defines {
  std::string_view list;  // the key of the list in a file
  std::string_view key;   // the key of the code in a row
  CodeSet set;
};

constexpr std::array defines = {
    Defines{"states", "code", CodeSet::state},
    Defines{"territories", "code", CodeSet::territory},
    Defines{"organisations", "code", CodeSet::organisation},
    Defines{"mandates", "code", CodeSet::mandate},
    Defines{"themes", "code", CodeSet::theme},
    Defines{"mechanisms", "code", CodeSet::mechanism},
    Defines{"presences", "code", CodeSet::presence},
    Defines{"agencies", "code", CodeSet::agency},
    Defines{"instruments", "code", CodeSet::instrument},
    Defines{"instruments", "treaty", CodeSet::treaty},
};

/// Calls `use(set, code, item)` for each row that has a code.
template <class Use>
class CodeReader {
 public:
  CodeReader(std::string_view text, const yaml::Tree& tree, base::Arena& arena, const Use& use)
      : text_(text), tree_(tree), arena_(arena), use_(use) {}

  void read() {
    if (tree_.nodes.empty()) return;
    for (std::uint32_t list = 1; list < end_of(0); list = end_of(list))
      for (const Defines& row : defines)
        if (key(list) == row.list) read_list(list, row);
  }

 private:
  /// In a file that could not be read to its end, the last collections have none of their own.
  std::uint32_t end_of(std::uint32_t node) const {
    const auto next = tree_.nodes[node].next;
    return next > node ? next : static_cast<std::uint32_t>(tree_.nodes.size());
  }

  std::string_view key(std::uint32_t node) const {
    return text_.substr(tree_.nodes[node].key_offset, tree_.nodes[node].key_length);
  }

  void read_list(std::uint32_t list, const Defines& row) {
    for (std::uint32_t item = list + 1; item < end_of(list); item = end_of(item))
      if (tree_.nodes[item].kind == yaml::Kind::mapping) read_row(item, row);
  }

  void read_row(std::uint32_t item, const Defines& row) {
    const auto code = value_of(item, row.key);
    if (!code.empty()) use_(row.set, code, item);
  }

  /// What a scalar of a block says; empty when it has none of that key.
  std::string_view value_of(std::uint32_t item, std::string_view wanted) const {
    for (std::uint32_t entry = item + 1; entry < end_of(item); entry = end_of(entry)) {
      if (key(entry) != wanted) continue;
      const yaml::Node& node = tree_.nodes[entry];
      if (node.kind != yaml::Kind::scalar || node.style == yaml::Style::empty) return {};
      return yaml::text_of(text_, text_.substr(node.offset, node.length), node.style, arena_);
    }
    return {};
  }

  std::string_view text_;
  const yaml::Tree& tree_;
  base::Arena& arena_;
  const Use& use_;
};

/// `  - code: HND`, `  - {code: AU, …` or `    treaty: ICCPR`.
void add_code_of(std::string_view line, const Defines& row, value::Codes& codes) {
  if (line.starts_with("  - ") || line.starts_with("    "))
    line.remove_prefix(4);
  else
    return;
  if (line.starts_with('{')) line.remove_prefix(1);
  if (!line.starts_with(row.key) || !line.substr(row.key.size()).starts_with(": ")) return;
  line.remove_prefix(row.key.size() + 2);
  codes.add(row.set, line.substr(0, line.find_first_of(",}")));
}

}  // namespace

void add_shipped_codes(std::string_view text, value::Codes& codes) {
  std::vector<const Defines*> wanted;  // of the list the lines are in
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.ends_with(':') && line.front() != ' ') {
      wanted.clear();
      for (const Defines& row : defines)
        if (row.list == line.substr(0, line.size() - 1)) wanted.push_back(&row);
    }
    if (line.starts_with("      ")) continue;  // deeper than a row's own fields
    for (const Defines* row : wanted) add_code_of(line, *row, codes);
  }
}

void add_codes(std::string_view text, const yaml::Tree& tree, base::Arena& arena,
               value::Codes& codes) {
  const auto add = [&](CodeSet set, std::string_view code, std::uint32_t) { codes.add(set, code); };
  CodeReader(text, tree, arena, add).read();
}

RowCode code_of_row(std::string_view text, const yaml::Tree& tree, base::Arena& arena,
                    std::uint32_t offset) {
  RowCode found;
  const auto look = [&](CodeSet set, std::string_view code, std::uint32_t item) {
    if (found.set == CodeSet::absent && tree.nodes[item + 1].key_offset == offset)
      found = {set, code};
  };
  CodeReader(text, tree, arena, look).read();
  return found;
}

}  // namespace rapport::reference
