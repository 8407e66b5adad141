// What `validate` answers with, as the formats for people and for other programs need it.
#pragma once

#include "value/severity.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace rapport::view {

using value::Severity;

/// Lines and columns count from 1, columns in code points; `end` is the column behind the last
/// character, on the same line. Line 0: the file as a whole.
struct Place {
  std::string path = {};  // relative to the repository, with '/'
  std::size_t line = 0;
  std::size_t column = 0;
  std::size_t end = 0;
  std::string excerpt = {};        // the text of the line; only for a terminal or `--excerpts`
  std::size_t excerpt_column = 1;  // where in a very long line it begins
  std::string record = {};         // the id, where the file is a record's
};

struct Note {
  std::string message = {};
  Place place = {};  // without a path: nowhere in particular
};

struct Finding {
  Severity severity = Severity::error;
  std::string rule = {};
  Place place = {};
  std::string message = {};
  std::string open_message = {};  // for formats that get uploaded, when `message` quotes a value
                                  // that is not open
  std::string open_help = {};     // the same of `help`
  std::vector<Note> notes = {};
  std::string help = {};    // a remedy that can be pasted
  std::string remark = {};  // a sentence below: "The rest of this file was not checked."
};

/// One row of SARIF's rules[].
struct RuleInfo {
  std::string id = {};
  Severity severity = Severity::error;
  std::string summary = {};
  std::string help = {};
};

struct Skipped {
  std::string check = {};  // a rule's id, or what was not looked at
  std::string reason = {};
};

struct Count {
  std::size_t number = 0;
  std::string one = {};   // "partner"
  std::string many = {};  // "partners"
};

struct Findings {
  std::vector<Finding> findings = {};  // sorted by path, place, rule
  std::vector<Count> checked = {};
  std::vector<Skipped> skipped = {};
  std::vector<RuleInfo> rules = {};  // all that ran, sorted by id
};

std::size_t count(const Findings& findings, Severity severity);

/// Leaves out what quotes a value that is not open.
void keep_open(Findings& findings);

/// "61 partners, 43 engagements: 2 errors, 1 warning in 3 files"
std::string summary(const Findings& findings);

}  // namespace rapport::view
