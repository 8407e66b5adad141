// Changes one place of a record's text and leaves every other byte as it is: comments, order,
// quotes, line ends.
#pragma once

#include "base/result.hpp"
#include "yaml/write.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::yaml {

/// A key of a mapping, or, without a key, the number of an item of a list, from 0.
struct Step {
  std::string key = {};
  std::size_t item = 0;
};
using Path = std::vector<Step>;

/// The place of `key` among the keys of the mapping at a path: entries with a smaller one come
/// before it. Keys without an order of their own may all have the same.
using Order = std::function<std::size_t(std::span<const Step> mapping, std::string_view key)>;

/// One change of a record's text.
struct Operation {
  enum class Kind : std::uint8_t {
    set,     // the value at `at`, which is made where it is not there yet
    append,  // an item at the end of the list at `at`, which is made where it is not there yet
    insert,  // an item before the one that `at` ends in
    remove,  // the entry or item at `at`, and what would be left empty around it
  };
  Kind kind = Kind::set;
  Path at;
  Value value = {};  // of remove: none
};

/// `text` after these operations, one after another. The result was read again and says what was
/// meant; every byte that an operation is not about is as it was. What would lose a comment, or
/// cannot be done, is refused with the reason.
base::Result<std::string> patch(std::string_view text, std::span<const Operation> operations,
                                const Order& order);

/// One operation.
base::Result<std::string> set(std::string_view text, const Path& path, const Value& value,
                              const Order& order);
base::Result<std::string> append(std::string_view text, const Path& path, const Value& item,
                                 const Order& order);

}  // namespace rapport::yaml
