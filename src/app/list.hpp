// Records by query.
#pragma once

#include "app/occasion.hpp"
#include "app/output.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapport::app {

struct ListRequest {
  Occasion occasion;
  model::RecordKind kind = model::RecordKind::partner;
  /// A query of rapport.yaml, by its key: it decides the kind, `query` narrows it, and what else is
  /// given here comes before what it says.
  std::string saved = {};
  std::string query = {};
  std::string columns = {};   // empty: the usual ones
  std::string sort = {};      // empty: by id
  std::string group_by = {};  // empty: not grouped
  std::string each = {};      // a list of which every item is a row; empty: every record is
  bool counts = false;        // how many, instead of which
  std::string sums = {};      // fields to add up, instead
};

base::Result<Output> list(const Snapshot& snapshot, const ListRequest& request);

/// The queries that rapport.yaml keeps, for the office.
base::Result<Output> list_saved(const Snapshot& snapshot, const Occasion& occasion);

/// Their names, "@risk"; those about records of one kind, where it is given.
std::vector<std::string> saved_names(const Snapshot& snapshot,
                                     std::optional<model::RecordKind> kind = {});

/// A last column with who wants not to be contacted, only where there is somebody.
void mark_no_contact(view::Table& table, const Basis& basis);

/// The reasons for which something was withheld, with their counts; empty when nothing was.
std::vector<std::string> reasons_withheld(const release::Withheld& withheld);

}  // namespace rapport::app
