// What a rule may look at beside the record it is called with.
#pragma once

#include "value/code.hpp"
#include "value/date.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace rapport::model {
class Dataset;
struct Office;
}  // namespace rapport::model
namespace rapport::reference {
class Library;
}

namespace rapport::rules {

class Names;

/// What wording one fault found out for the next: faults are worded one after another.
struct Hints {
  std::map<std::pair<value::CodeSet, std::string>, std::string> of_code;
  std::optional<value::StateCode> usual_state;
};

struct Context {
  const reference::Library* library = nullptr;
  value::Date today;
  const model::Office* office = nullptr;    // null when rapport.yaml could not be read
  const model::Dataset* dataset = nullptr;  // null while records are read: local rules do without
  const Names* names = nullptr;             // of protected partners; null like the dataset
  Hints* hints = nullptr;                   // null outside a run
  std::span<const std::string_view> unreadable = {};  // ids of files that were not read, sorted
  bool lacks_folder = false;  // one of partners/ or engagements/ was not read
  bool lacks_rows = false;    // a file of reference/ was not read, and its codes are not known

  const value::Codes& codes() const;
  const model::Dataset& data() const { return *dataset; }
  /// The id is, or may be, one of a record that is there and could not be read.
  bool is_unreadable(std::string_view id) const {
    return lacks_folder || std::ranges::binary_search(unreadable, id);
  }
};

}  // namespace rapport::rules
