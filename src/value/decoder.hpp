// From the tree of a file to a typed record, by its rows. The only part of reading that is a
// template is the little that reads one value.
#pragma once

#include "base/arena.hpp"
#include "value/fault.hpp"
#include "value/field.hpp"
#include "value/limits.hpp"
#include "yaml/tree.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace rapport::value {

/// Every reference that was read, to be resolved once all records are known.
struct RefUse {
  Ref* ref;
  const Field* row;  // the field it stands in
};

struct Decoded {
  std::vector<Fault> faults;
  std::vector<RefUse> refs;

  void clear() {
    faults.clear();
    refs.clear();
  }
};

class Decoder {
 public:
  /// What is found wrong and what is referred to is put behind what `found` holds.
  Decoder(std::string_view file, const yaml::Tree& tree, const Codes& codes, base::Arena& arena,
          Decoded& found, DecodeLimits limits = {})
      : file_(file),
        tree_(tree),
        codes_(codes),
        arena_(arena),
        limits_(limits),
        found_(found),
        last_fault_(found.faults.size() + limits.faults) {}

  /// Reads the children of mapping `node` into `record` by `type.rows`. What cannot be read stays
  /// absent and becomes a fault.
  void fields(std::uint32_t node, const Type& type, void* record);

  const yaml::Node& node(std::uint32_t index) const { return tree_.nodes[index]; }
  base::Arena& arena() { return arena_; }
  const Codes& codes() const { return codes_; }

  /// What scalar `node` says; nothing, and a fault, for a list, a block or an empty value.
  bool scalar(std::uint32_t node, std::string_view& text);
  bool expect(std::uint32_t node, yaml::Kind kind, Problem otherwise);
  /// The number of items of list `node`; nothing, and a fault, for what is no list or too long.
  std::optional<std::uint32_t> expect_list(std::uint32_t node);
  /// False, and a fault, for a name, number or address that is too long for one.
  bool expect_name(std::uint32_t node);
  std::string_view raw(std::uint32_t node) const {
    return file_.substr(tree_.nodes[node].offset, tree_.nodes[node].length);
  }

  void fault(std::uint32_t node, Problem problem, const Type& type);
  void refer(Ref& ref) { found_.refs.push_back({&ref, row_}); }

 private:
  std::uint32_t child_count(std::uint32_t node) const;
  void add(Fault fault);
  void missing(std::uint32_t node, const FieldSet& set, std::uint64_t seen, const Type& type);

  std::string_view file_;
  const yaml::Tree& tree_;
  const Codes& codes_;
  base::Arena& arena_;
  const DecodeLimits limits_;
  const Field* row_ = nullptr;
  Decoded& found_;
  const std::size_t last_fault_;
};

}  // namespace rapport::value
