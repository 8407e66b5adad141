#include "reference/kinds.hpp"

#include <array>

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

class CodeReader {
 public:
  CodeReader(std::string_view text, const yaml::Tree& tree, base::Arena& arena, value::Codes& codes)
      : text_(text), tree_(tree), arena_(arena), codes_(codes) {}

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
    for (std::uint32_t entry = item + 1; entry < end_of(item); entry = end_of(entry)) {
      if (key(entry) != row.key) continue;
      const yaml::Node& node = tree_.nodes[entry];
      if (node.kind != yaml::Kind::scalar || node.style == yaml::Style::empty) return;
      const auto raw = text_.substr(node.offset, node.length);
      codes_.add(row.set, yaml::text_of(text_, raw, node.style, arena_));
      return;
    }
  }

  std::string_view text_;
  const yaml::Tree& tree_;
  base::Arena& arena_;
  value::Codes& codes_;
};

}  // namespace

void add_codes(std::string_view text, const yaml::Tree& tree, base::Arena& arena,
               value::Codes& codes) {
  CodeReader(text, tree, arena, codes).read();
}

}  // namespace rapport::reference
