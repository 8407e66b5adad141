// What is looked for in a text, read once for all texts: the one matcher of names, numbers and
// addresses, for records and for outputs.
#pragma once

#include "release/addresses.hpp"
#include "release/glued.hpp"
#include "release/hay.hpp"
#include "release/numbers.hpp"
#include "release/open_names.hpp"
#include "release/persons.hpp"
#include "release/phrases.hpp"
#include "release/scan.hpp"
#include "release/unspaced.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::release {

class Needles {
 public:
  /// A name that lies wholly within one of the `open` names is a part of that one; a number or an
  /// address is found wherever it stands.
  Needles(std::span<const Secret> secrets, std::span<const std::string> open);

  /// The first one; its owner is null when there is none.
  Hit find(std::string_view text) const;
  /// All of them, in the order of the text; of one owner no two that overlap.
  std::vector<Hit> all_in(std::string_view text) const;

 private:
  void add(const Secret& secret, std::uint32_t owner);
  std::vector<Found> found_in(const Hay& text) const;

  std::span<const Secret> secrets_;
  Numbers numbers_;
  UnspacedNames unspaced_;
  Addresses addresses_;
  Persons persons_;
  Phrases phrases_;
  Glued glued_;
  OpenNames open_;
};

}  // namespace rapport::release
