// What `validate` answers: the findings of the rules over all records, or about the ones named.
#pragma once

#include "base/result.hpp"
#include "view/cards.hpp"
#include "view/findings.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::model {
struct Head;
}

namespace rapport::cli {

class Session;

struct ValidateRequest {
  std::vector<std::string> about;  // files or ids; empty: everything
  std::vector<std::string> only;
  std::vector<std::string> skip;
  bool excerpts = false;
};

/// Reads the records itself, so that rules which look at one alone run while it is read.
base::Result<view::Findings> validate(Session& session, const ValidateRequest& request);

/// The findings of all rules in these records, which were read before, and in the files of the
/// office: rapport.yaml and its own rows of the reference data.
base::Result<view::Findings> check(Session& session, std::span<const model::Head* const> records);

/// What a rule is for.
base::Result<view::Cards> explain(std::string_view rule);

}  // namespace rapport::cli
