// From a question to a document that is handed out: the release for its audience, the report, the
// file, the check sheet beside it, and the manifest when it is issued.
#pragma once

#include "base/result.hpp"
#include "cli/command.hpp"
#include "model/vocabulary.hpp"
#include "value/date.hpp"

#include <string>
#include <string_view>

namespace rapport::cli {

class Session;

struct DocumentRequest {
  std::string_view report;   // its name in report/
  std::string query = {};    // of a report about several partners
  std::string subject = {};  // id, of a report about one engagement
  std::string language = "en";
  std::string to = {};       // the one recipient among the audience, when it has one
  std::string purpose = {};  // what it is for, in the office's words
  model::Use use = model::Use::share_contact;
  bool to_addressee = false;  // the audience is whoever the letter goes to
  bool issue = false;
  value::Date until = {};         // of a report of days: leaves out what is surely later
  std::string_view fail_on = {};  // the count of the document that ends in Exit::findings unless 0
};

/// Reads the records, makes it, delivers it, and tells on standard error what is in it and what is
/// not.
base::Result<Exit> hand_out(Session& session, const DocumentRequest& request);

}  // namespace rapport::cli
