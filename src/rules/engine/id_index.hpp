// All ids and names of a repository, kept so that what was probably meant by a wrong one is found
// without looking at every record again.
#pragma once

#include "model/dataset.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rapport::rules {

class IdIndex {
 public:
  explicit IdIndex(const model::Dataset& data);

  /// The one partner of that name or alias, folded; null when there is none, or more than one.
  const model::Partner* called(const std::string& folded) const;

  /// The id closest to one that no record has, or empty.
  std::string_view nearest(std::string_view id) const;

 private:
  /// What an id is made of: a bit for each letter, and for each that is there again. Where letters
  /// share a bit, ids seem closer than they are, and never farther.
  struct Letters {
    std::uint64_t once = 0;
    std::uint64_t again = 0;
  };
  static Letters letters_of(std::string_view id);
  /// A step takes one letter away, or adds one, or both.
  static unsigned steps_at_least(const Letters& one, const Letters& other);

  std::vector<Letters> letters_;  // by index of the record
  std::vector<std::string_view> ids_;
  std::unordered_map<std::string, const model::Partner*> names_;  // null: of several
};

}  // namespace rapport::rules
