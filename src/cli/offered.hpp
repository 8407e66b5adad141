// What completion can offer: words that the program knows, and ids, codes, names and fields that
// only the repository and the audience decide.
#pragma once

#include "app/output.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "model/record.hpp"
#include "value/code.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::cli {

struct Candidate {
  std::string word;
  std::string_view doc = {};  // of what the program declares; a record's is nobody's business here
};

struct Candidates {
  enum class How : std::uint8_t {
    words,
    unfinished,  // no space goes behind one
    files,       // the shell knows
    directories,
  };
  How how = How::words;
  std::vector<Candidate> words = {};
  std::optional<app::Basis> basis = {};  // of what comes from records
};

/// All values of a kind. `of` is the word they depend on: a command for formats, else the argument
/// before. Opens what it needs.
base::Result<Candidates> offered(Offer offer, std::string_view of, Session& session);

/// Fields that the audience may ask for, as `list` decides; with a colon where a query is typed.
Candidates offered_fields(model::RecordKind kind, bool is_query, const Session& session);

/// Codes are of use before there is a repository, too.
Candidates offered_codes(value::CodeSet set, Session& session);

/// What rapport.yaml keeps is the office's own. Without a kind, of both.
base::Result<Candidates> saved_queries(std::optional<model::RecordKind> kind, Session& session);

/// The kind of record that a word such as "engagements" is of.
model::RecordKind records_of(std::string_view word);

/// What can be asked for by name, sorted; and what each of them is.
std::vector<std::string_view> questions();
Offer asked_for(std::string_view question);  // nothing: there is no such question

}  // namespace rapport::cli
