// A document as commands ask for it: the options of its report, what is opened and locked for it,
// and what is printed of it.
#pragma once

#include "app/document.hpp"
#include "base/result.hpp"
#include "cli/command.hpp"
#include "report/engine/report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::cli {

class Session;

/// What the command line gives of a document.
struct DocumentOptions {
  std::string report;  // its name in report/
  std::string subject;
  std::vector<std::string> query;
  std::string language = "en";
  std::string use;
  std::string recipient;
  std::string purpose;
  std::string until;
  std::string staff;
  bool issue = false;
  std::string fail_on;  // the count that decides the status
};

/// The argument that says what a report is about, and an option for each parameter that it takes:
/// no command has one for another.
void declare_document(Options& options, const report::ReportSpec& spec, DocumentOptions& into);

/// Reads the records, makes the document and delivers it. Exit::findings where the count `fail_on`
/// of the document is not 0; a usage error where the report has no such count.
base::Result<Exit> hand_out(Session& session, const DocumentOptions& options);

/// All of a command that makes one report.
Run bind_document(Options& options, std::string_view report);

}  // namespace rapport::cli
