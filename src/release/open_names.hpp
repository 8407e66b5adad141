// Names that may be shown, whoever's: what lies wholly within one of them is a part of it.
#pragma once

#include "names/scan_text.hpp"
#include "names/unsegmented_scripts.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace rapport::release {

class OpenNames {
 public:
  /// One of very many words opens nothing.
  void add(std::string_view name);

  /// Takes out of `found` what lies within one that stands in `text`.
  void drop_parts(const names::ScanText& text, std::vector<names::Match>& found) const;

 private:
  void find_at(const names::ScanText& text, std::size_t at, std::vector<names::Match>& open) const;
  bool is_any(const names::ScanText& text, std::size_t first, std::size_t last,
              std::uint64_t key) const;

  std::unordered_map<std::uint64_t, std::vector<std::string>> names_;  // by all their words
  std::unordered_set<std::uint64_t> beginnings_;                       // by their first ones
  names::UnsegmentedNames unsegmented_;
};

}  // namespace rapport::release
