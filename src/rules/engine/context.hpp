// What a rule may look at beside the record it is called with.
#pragma once

#include "value/code.hpp"
#include "value/date.hpp"
#include "value/trouble.hpp"

#include <algorithm>
#include <span>
#include <string_view>

namespace rapport::model {
class Dataset;
struct Office;
}  // namespace rapport::model
namespace rapport::reference {
class ReferenceData;
}

namespace rapport::names {
class RecordContacts;
class RecordNames;
}  // namespace rapport::names

namespace rapport::rules {

struct Hints;

struct Context {
  const reference::ReferenceData* library = nullptr;
  value::Date today;
  const model::Office* office = nullptr;    // null when rapport.yaml could not be read
  const model::Dataset* dataset = nullptr;  // null while records are read: local rules do without
  /// Of protected partners; both are null like the dataset.
  const rapport::names::RecordNames* names = nullptr;
  const rapport::names::RecordContacts* contacts = nullptr;
  Hints* hints = nullptr;                             // null outside a run
  std::span<const std::string_view> unreadable = {};  // ids of files that were not read, sorted
  std::span<const value::FoundFault> faults = {};     // values that could not be read
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
