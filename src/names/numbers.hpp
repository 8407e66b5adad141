// Telephone numbers, found by their digits however they are grouped, with the code of the country
// and without it.
#pragma once

#include "base/hash.hpp"
#include "names/scan_text.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rapport::names {

class Numbers {
 public:
  /// All that are in `text`.
  void add(std::string_view text, std::uint32_t owner);

  void find(std::string_view text, std::vector<Match>& found) const;

 private:
  struct Hash {  // a part of a text is looked up without a copy
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return base::hash(text); }
  };
  struct Form {
    std::uint32_t owner;
    bool is_short;  // without the code of a country or area: it is a number by itself, or none
  };
  struct Digits;

  void add_form(std::string digits, std::uint32_t owner);
  void find_in(std::string_view whole, const Digits& text, bool only_long,
               std::vector<Match>& found) const;
  const Form* form_at(const Digits& text, std::size_t at, std::size_t length, bool only_long) const;

  std::unordered_map<std::string, Form, Hash, std::equal_to<>> forms_;
  std::vector<std::size_t> lengths_;  // of the forms, from the shortest on, each once
};

}  // namespace rapport::names
