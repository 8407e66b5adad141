// From a question to a document that is handed out: the release for its audience, the report, the
// check sheet beside it, and the manifest when it is issued.
#pragma once

#include "app/occasion.hpp"
#include "app/output.hpp"
#include "app/preflight.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rapport::app {

struct DocumentRequest {
  std::string_view report;  // its name in report/
  Occasion occasion = {};
  std::string query = {};    // of a report about several partners
  std::string subject = {};  // id, of a report about one engagement
  std::string language = "en";
  std::string to = {};                 // the one recipient among the audience, when it has one
  std::string purpose = {};            // what it is for, in the office's words
  std::optional<model::Use> use = {};  // absent: that of the report
  bool issue = false;
  std::string staff = {};  // key or name of a member, of a report that takes one
  value::Date until = {};  // of a report of days: leaves out what is surely later
};

/// `preflight` is of the same snapshot and occasion. What it found is to be printed, whether there
/// is a document or not.
base::Result<Output> document(const Snapshot& snapshot, const DocumentRequest& request,
                              Preflight& preflight);

}  // namespace rapport::app
