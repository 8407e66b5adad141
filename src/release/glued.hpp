// Names written as one word: #FreeAnaEjemplo, ana.ejemplo1980, anaejemplo.
#pragma once

#include "release/hay.hpp"
#include "release/spellings.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rapport::release {

class Glued {
 public:
  /// Two words of a person's name as one, in either order.
  void add_person(const Hay& name, const NameWords& words, std::uint32_t owner);
  /// A whole name as one word, with its particles and without.
  void add_whole(const Hay& name, const NameWords& words, std::uint32_t owner);

  void find(const Hay& text, std::vector<Found>& found) const;

 private:
  struct Form {
    std::string text;
    std::size_t joint;  // where its second word begins; 0: it is one
    std::uint32_t owner;
  };

  void add(std::string text, std::size_t joint, std::uint32_t owner);
  const Form* form_of(std::string_view text) const;
  void find_in(const Hay& text, std::size_t at, std::vector<Found>& found) const;

  std::unordered_map<std::uint64_t, Form> forms_;
  /// How many letters those have that begin with the same ones: the bit 0 is for one letter.
  std::unordered_map<std::uint64_t, std::uint64_t> lengths_;
};

}  // namespace rapport::release
