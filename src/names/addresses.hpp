// Mail and web addresses, handles and postal addresses, found by their words however they are
// written out: with http:// or www. or neither, "at" for @, a +tag.
#pragma once

#include "names/scan_text.hpp"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace rapport::names {

class Addresses {
 public:
  void add(std::string_view address, std::uint32_t owner);

  void find(const ScanText& text, std::vector<Match>& found) const;

 private:
  /// What has to be in front, from the least on.
  enum class Mark : std::uint8_t {
    none,
    at_or_slash,  // of a handle that is short, or a word that any text may have
    at,           // of the like at the end of a link that may lead to any page
  };
  struct Form {
    std::vector<std::string> words;
    std::uint32_t owner;
    Mark mark;
  };
  using Forms = std::unordered_map<std::uint64_t, Form>;

  void add_tied(std::string_view text, std::uint32_t owner, Mark mark);
  void add_loose(std::string_view address, std::uint32_t owner);
  void add_handle(std::string_view handle, std::uint32_t owner, Mark of_weak);
  void find_at(const ScanText& text, std::size_t at, const Forms& forms,
               std::size_t (*next)(const ScanText&, std::size_t), std::vector<Match>& found) const;

  Forms tied_;   // no spaces in them
  Forms loose_;  // a street, a town
  std::unordered_set<std::uint64_t> beginnings_;  // the first words of each
};

}  // namespace rapport::names
