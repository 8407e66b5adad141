// Records in which every row that tells something of people holds a text of its own, made by
// walking the field tables: a new field is in the test without another word.
#pragma once

#include "value/field.hpp"

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::tests {

/// What the rows on the way to a value reveal: who may not see one of them may not see the value.
using Classes = std::bitset<value::reveals_count>;
inline Classes only(value::Reveals reveals) {
  return Classes().set(static_cast<std::size_t>(reveals));
}

/// A text that stands in one place of one record and nowhere else.
struct Canary {
  std::string text;
  std::string record;
  std::string path;  // "contacts.value"
  Classes classes = {};
};

/// What the rows of a record are filled with where any value will do.
struct Filling {
  std::string id;
  std::string given;                      // lines that are written as they are
  std::vector<std::string_view> skipped;  // rows that are not filled, as paths
  std::string partner;                    // whom references mean
  std::string engagement;
  std::string typed_at = {};  // the path of a text that holds `typed` instead
  std::string typed = {};
};

class Filler {
 public:
  /// The text of a record, its canaries noted.
  std::string fill(const value::Type& type, const Filling& filling);
  const std::vector<Canary>& canaries() const { return canaries_; }
  /// The paths of the last record's texts that may say anything.
  const std::vector<std::string>& texts() const { return texts_; }
  /// A text that is written by hand, to be watched like the others.
  void watch(Canary canary) { canaries_.push_back(std::move(canary)); }

 private:
  std::string block(const value::Type& type, const std::string& path, std::size_t indent,
                    Classes above);
  std::string value(const value::Field& row, const value::Type& type, const std::string& path,
                    std::size_t indent, Classes classes);
  std::string scalar(const value::Field& row, const value::Type& type, const std::string& path,
                     Classes classes);
  std::string text(const value::Type& type, const std::string& path, Classes classes);
  std::string date(const std::string& path, Classes classes);
  std::string canary(std::string text, const std::string& path, Classes classes);

  std::vector<Canary> canaries_;
  std::vector<std::string> texts_;
  const Filling* filling_ = nullptr;
  int number_ = 0;
  int year_ = 1800;
};

}  // namespace rapport::tests
