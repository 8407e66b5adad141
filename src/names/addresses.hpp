// Mail and web addresses, handles and postal addresses, found by their words however they are
// written out: with http:// or www. or neither, "at" for @, a +tag.
#pragma once

#include "names/policy.hpp"
#include "names/scan_text.hpp"

#include <cstdint>
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
  struct Known {
    Known(const AddressForm& own, std::uint32_t whose) : form(own), owner(whose) {}
    AddressForm form;
    std::uint32_t owner;
  };
  using Forms = std::unordered_map<std::uint64_t, Known>;

  void find_at(const ScanText& text, std::size_t at, const Forms& forms,
               std::size_t (*next)(const ScanText&, std::size_t), std::vector<Match>& found) const;

  Forms tied_;                                    // no spaces in them
  Forms loose_;                                   // a street, a town
  std::unordered_set<std::uint64_t> beginnings_;  // the first words of each
};

}  // namespace rapport::names
