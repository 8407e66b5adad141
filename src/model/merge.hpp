// What two versions of a record made of the one that both come from, field by field. What only one
// of them changed is taken; what both changed is taken too where the two do not touch each other.
#pragma once

#include "value/field.hpp"
#include "yaml/patch.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rapport::model {

struct Versions {
  const yaml::Value& base;
  const yaml::Value& ours;
  const yaml::Value& theirs;
};

/// A place where the result has one of two values.
struct Choice {
  yaml::Path at;                      // in the result; of what is not in it, where it would be
  std::optional<yaml::Value> ours;    // nothing: it is not there
  std::optional<yaml::Value> theirs;  // likewise
  bool has_theirs = false;            // the result has that one
};

/// What the result has, and neither version by itself, or not so.
struct MergeRemark {
  enum class Kind : std::uint8_t {
    stricter_is_ours,
    stricter_is_theirs,
    kept,           // an item of a list that only grows, which one side removed
    changed,        // an item of such a list, which is not to be
    order_is_ours,  // both moved the items of a list of blocks
  };
  Kind kind;
  yaml::Path at;  // in the result
};

/// A key that an item of theirs was given, since ours has its own for another one.
struct RenamedKey {
  std::string list;  // the field
  std::string from;
  std::string to;
};

struct MergeResult {
  yaml::Value value;
  std::vector<Choice> conflicts;
  std::vector<Choice> taken;  // from theirs, which ours does not have
  std::vector<MergeRemark> remarks;
  std::vector<RenamedKey> renamed;
};

MergeResult merge(const Versions& versions, const value::Type& record);

/// The lines of three versions of a text; nothing where both changed the same ones. Lines that both
/// added at its end are kept, ours first.
std::optional<std::string> merge_lines(std::string_view base, std::string_view ours,
                                       std::string_view theirs);

/// Gives items that only theirs has another key than those that only ours has, unless both are one
/// thing or other records know it by that key.
std::vector<RenamedKey> separate_keys(const yaml::Value& base, const yaml::Value& ours,
                                      yaml::Value& theirs, const value::Type& record);

/// Neither says of a field what the other one does not.
bool are_compatible(const yaml::Value& left, const yaml::Value& right);

}  // namespace rapport::model
