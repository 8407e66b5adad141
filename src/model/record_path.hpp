// A field of a record as people type and read it: visit.programme.s3.status, consent.a3,
// partners.rio-verde-network.status, visit.steps[2]. An item goes by what stays the same of it when
// others are added, and by its number, from 1, where there is no such thing.
#pragma once

#include "base/result.hpp"
#include "value/field.hpp"
#include "yaml/patch.hpp"

#include <string>
#include <string_view>

namespace rapport::model {

/// The field that names an item of a list of blocks: its key, else the first that is a record or a
/// code. Null: there is none, or it is no list of blocks.
const value::Field* item_name(const value::Type& item);

struct RecordPath {
  yaml::Path steps = {};
  const value::Field* field = nullptr;  // the last that was named
  bool is_item = false;                 // an item of that field is meant, and not the list

  /// What is there, or may be put there.
  const value::Type& type() const { return is_item ? *field->type->element : *field->type; }
};

/// The place that `typed` names in a record that says `root`. An item must be there; a field need
/// not. Fails with the nearest field, or the items there are.
base::Result<RecordPath> find_path(std::string_view typed, const value::Type& record,
                                   const yaml::Value& root);

/// How a place in a record that says `root` is written; as `find_path` reads it.
std::string spell(const yaml::Path& steps, const value::Type& record, const yaml::Value& root);

/// The order of the tables: where a field that is not there yet goes.
yaml::Order table_order(const value::Type& record);

}  // namespace rapport::model
