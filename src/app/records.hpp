// All records of a snapshot. Commands do not see this: they get what an audience may see.
#pragma once

#include "base/arena.hpp"
#include "base/result.hpp"
#include "model/dataset.hpp"
#include "query/faults.hpp"
#include "store/read.hpp"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace rapport::app {

struct Reference;

struct Records {
  store::Reading reading;
  model::Dataset dataset;
  query::Faults faults;
  base::Arena filled;                  // what was taken from rows of the reference data
  std::shared_ptr<base::Arena> texts;  // of records that were not read from a work tree
  model::Office no_office = {};

  const model::Office& office() const {
    return reading.office == nullptr ? no_office : *reading.office;
  }

  /// Paths that could not be read as records, each with what is to be said, sorted.
  std::vector<std::string> unreadable() const;
  /// Those of them that have two versions of a merge in them, sorted.
  std::vector<std::string> in_conflict() const;
};

/// Why a record is in the way of an answer.
base::Failure value_cannot_be_read(const model::RecordHeader& record);

/// Paths of the office's own rows of the reference data that could not be read.
std::vector<std::string> unread_rows(const Reference& reference);

/// The same, where a value that cannot be decoded counts too: any answer may rest on any row.
std::vector<std::string> unreadable_rows(const Reference& reference);

}  // namespace rapport::app
