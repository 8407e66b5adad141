// Records by query.
#pragma once

#include "app/occasion.hpp"
#include "app/output.hpp"

#include <string>

namespace rapport::app {

struct ListRequest {
  Occasion occasion;
  model::RecordKind kind = model::RecordKind::partner;
  std::string query = {};
  std::string columns = {};   // empty: the usual ones
  std::string sort = {};      // empty: by id
  std::string group_by = {};  // empty: not grouped
  std::string each = {};      // a list of which every item is a row; empty: every record is
  bool counts = false;        // how many, instead of which
  std::string sums = {};      // fields to add up, instead
};

base::Result<Output> list(const Snapshot& snapshot, const ListRequest& request);

/// A last column with who wants not to be contacted, only where there is somebody.
void mark_no_contact(view::Table& table, const Basis& basis);

/// The reasons for which something was withheld, with their counts; empty when nothing was.
std::vector<std::string> reasons_withheld(const release::Withheld& withheld);

}  // namespace rapport::app
