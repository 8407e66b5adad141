// The options of `rapport consent`, from the field table of an act, and what was given with them.
#pragma once

#include "value/field.hpp"
#include "yaml/write.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::app {

struct ConsentOption {
  const value::Field* row;
  std::string name;              // "--name-as"
  std::string_view placeholder;  // of its value; empty for a flag
  std::string_view doc;          // one line, no full stop
};

/// As help lists them: first what an act that gives must say; last what has a default, and what
/// only the office reads. They stay as long as the program runs.
std::span<const ConsentOption> consent_options();

/// The type of a field's value, or of each in a list.
const value::Type& item_type(const value::Field& row);

/// Values of fields of an act, as they are written in a record.
class ActValues {
 public:
  using Words = std::vector<std::string>;

  void set(const value::Field& row, Words words);

  /// Empty when the field is absent.
  const Words& list(const value::Field& row) const;
  bool has(const value::Field& row) const { return !list(row).empty(); }

  template <auto Member>
  const Words& list() const {
    return list(value::field_of<Member>());
  }
  template <auto Member>
  std::string text() const {
    const Words& words = list<Member>();
    return words.empty() ? std::string() : words.front();
  }

  /// The act's entries, in the order of its field table.
  yaml::Value entry() const;

 private:
  std::map<const value::Field*, Words> values_;
};

}  // namespace rapport::app
