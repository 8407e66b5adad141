// What `list` and `search` answer: records by query, and words wherever they stand.
#pragma once

#include "base/result.hpp"
#include "model/record.hpp"
#include "view/table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::release {
class Released;
}

namespace rapport::cli {

class Session;

struct ListRequest {
  model::RecordKind kind = model::RecordKind::partner;
  std::string query;
  std::string columns;   // empty: the usual ones
  std::string sort;      // empty: by id
  std::string group_by;  // empty: not grouped
};

struct ListAnswer {
  view::Table table;
  std::size_t found = 0;
  std::size_t all = 0;
  std::size_t maybes = 0;          // of those found
  std::string withheld;            // "2: no consent (2)"; empty when nothing was
  std::vector<std::string> hints;  // how to ask, where nothing was found
};

base::Result<ListAnswer> list(Session& session, release::Released& released,
                              const ListRequest& request);

/// One row for each place: the record, the field and the text around the word.
base::Result<view::Table> search(Session& session, const release::Released& released,
                                 std::string_view words);

}  // namespace rapport::cli
