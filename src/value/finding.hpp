// What a rule found: where, what, and what can be done about it. Made only when there is something
// to say.
#pragma once

#include "value/severity.hpp"
#include "value/source.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::value {

/// Another place that the finding is about.
struct FindingNote {
  Place place;
  std::string text;
};

/// A remedy that is a text to paste, in place of what is there now.
struct Replacement {
  Place place;
  std::string text;
};

struct Finding {
  std::string_view rule;  // its id
  Severity severity = Severity::error;
  Place place;  // without a source: `path` only
  std::string_view path;
  std::string message = {};  // one sentence, no full stop
  std::vector<FindingNote> notes = {};
  std::string help = {};                        // a remedy, in words
  std::optional<Replacement> replacement = {};  // what the words say, where that is all of it
  bool quotes_record = false;                   // `message` holds a value that is not open
  std::string open_message = {};  // what is said in its place; else the summary of the rule
  std::string open_help = {};
  bool ends_reading = false;  // the rest of the file was not checked
  bool has_more = false;      // the rule found more of these there than are kept

  Finding& note(Place at, std::string text) {
    notes.push_back({at, std::move(text)});
    return *this;
  }
  Finding& fix(std::string remedy) {
    help = std::move(remedy);
    return *this;
  }
  /// What may be said of it where no record is quoted.
  Finding& in_the_open(std::string said, std::string remedy) {
    open_message = std::move(said);
    open_help = std::move(remedy);
    return *this;
  }
  /// The words and what they come to, at the finding's place or another one.
  Finding& fix(std::string remedy, std::string text) {
    return fix(std::move(remedy), place, std::move(text));
  }
  Finding& fix(std::string remedy, Place at, std::string text) {
    replacement = {at, std::move(text)};
    return fix(std::move(remedy));
  }
  Finding& quoting() {
    quotes_record = true;
    return *this;
  }
};

/// Of the file that it is about.
inline std::string_view path_of(const Finding& finding) {
  return finding.place.source != nullptr ? finding.place.source->path : finding.path;
}

}  // namespace rapport::value
