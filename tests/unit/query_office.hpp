// A small office for the tests of queries.
#pragma once

#include "query/column.hpp"
#include "query/query.hpp"
#include "records.hpp"

#include <string>

namespace rapport::tests {

class Office {
 public:
  Office();

  query::Context context() {
    return {records.data(),   records.codes(),    *value::Date::parse("2026-06-20"),
            records.office(), &records.library(), is_for_office};
  }
  /// The ids that answer, "?" behind a maybe; or the whole message.
  std::string partners(std::string_view query) { return answer(query, model::RecordKind::partner); }
  std::string engagements(std::string_view query) {
    return answer(query, model::RecordKind::engagement);
  }

  Records records;
  bool is_for_office = true;

 private:
  std::string answer(std::string_view query, model::RecordKind kind);
};

std::string ids(const std::vector<query::Hit>& hits);
/// As a command prints a failure.
std::string message(const base::Failure& failure);

}  // namespace rapport::tests
