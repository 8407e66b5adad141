// Records made by chance from the field tables, and chance edits of them.
#pragma once

#include "value/field.hpp"
#include "yaml/write.hpp"

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>

namespace rapport::tests {

class GeneratedRecord {
 public:
  explicit GeneratedRecord(std::uint32_t seed) : random_(seed) {}

  /// Every field has a value that can be read; of those that need not be there, some.
  yaml::Value record(const value::Type& type) { return block(type, 0); }
  /// Changes, adds or removes one value or item somewhere in it.
  void edit(yaml::Value& record, const value::Type& type);

  /// The text of a record, with comments here and there.
  std::string text(const yaml::Value& record);

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

 private:
  yaml::Value block(const value::Type& type, int depth);
  yaml::Value any(const value::Type& type, int depth);
  yaml::Value list(const value::Type& type, int depth);
  std::string scalar(const value::Type& type);
  std::string words();
  std::string checked(std::string_view form);
  void edit_list(yaml::Value& list, const value::Type& type);

  std::mt19937 random_;
};

}  // namespace rapport::tests
