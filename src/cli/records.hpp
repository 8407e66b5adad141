// All records of the repository, as the session read them. Commands do not see this: they get what
// an audience may see.
#pragma once

#include "base/arena.hpp"
#include "model/dataset.hpp"
#include "store/read.hpp"

#include <vector>

namespace rapport::cli {

struct Records {
  store::Reading reading;
  std::vector<store::PathTrouble> reference_troubles;
  model::Dataset dataset;
  base::Arena filled;  // what was taken from rows of the reference data
  model::Office no_office = {};

  const model::Office& office() const {
    return reading.office == nullptr ? no_office : *reading.office;
  }

  /// Paths that could not be read as records, each with what is to be said, sorted.
  std::vector<std::string> unreadable() const;
};

}  // namespace rapport::cli
