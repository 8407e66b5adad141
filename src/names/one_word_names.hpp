// Names written as one word: #FreeAnaEjemplo, ana.ejemplo1980, anaejemplo.
#pragma once

#include "names/scan_text.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rapport::names {

class OneWordNames {
 public:
  /// `joint` is where the second of its words begins; 0: it is taken as one.
  void add(std::string_view text, std::size_t joint, std::uint32_t owner);

  void find(const ScanText& text, std::vector<Match>& found) const;

 private:
  struct Form {
    std::string text;
    std::size_t joint;
    std::uint32_t owner;
  };

  const Form* form_of(std::string_view text) const;
  void find_in(const ScanText& text, std::size_t at, std::vector<Match>& found) const;

  std::unordered_map<std::uint64_t, Form> forms_;
  /// How many letters those have that begin with the same ones: the bit 0 is for one letter.
  std::unordered_map<std::uint64_t, std::uint64_t> lengths_;
};

}  // namespace rapport::names
