// The findings of the rules: over all records, or about the ones named.
#pragma once

#include "app/occasion.hpp"
#include "app/output.hpp"
#include "value/finding.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::app {

struct ValidateRequest {
  Occasion occasion;
  std::vector<std::string> about = {};  // files, folders or ids; empty: everything
  std::string directory = {};           // where relative names begin; empty: here
  std::vector<std::string> only = {};
  std::vector<std::string> skip = {};
  bool excerpts = false;  // with the text of the lines, which is text of records
  /// The files to be checked, where it is not those on disk.
  std::shared_ptr<const store::Texts> texts = {};
  /// What they were before: of the files that did not change since, only what is new is reported.
  std::shared_ptr<const store::Texts> before = {};
};

/// Reads the records itself, so that rules which look at one alone run while it is read.
base::Result<Output> validate(std::shared_ptr<const Reference> reference,
                              const ValidateRequest& request);

/// The findings of all rules in these records, which were read before, and in the files of the
/// office: rapport.yaml and its own rows of the reference data.
base::Result<view::Findings> check(const Snapshot& snapshot, const Occasion& occasion,
                                   std::span<const model::RecordHeader* const> records,
                                   bool excerpts);

/// The findings of all rules in all records of a snapshot, and in the files of the office.
std::vector<value::Finding> findings_of(const Snapshot& snapshot, const Occasion& occasion);

/// What a rule is for. No record is touched.
base::Result<view::Cards> explain_rule(std::string_view rule);

}  // namespace rapport::app
