// What completion offers: words that the program knows, and ids, codes and fields that only the
// repository and the audience decide.
#pragma once

#include "app/output.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "cli/typed.hpp"

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

/// What may stand in the place of the last word, with what stands in it before; by the words that
/// begin with what is typed of it.
base::Result<Candidates> candidates(const Typed& typed, Session& session);

/// What can be asked for by name, sorted; and what each of them is.
std::vector<std::string_view> questions();
Offer asked_for(std::string_view question);  // nothing: there is no such question

}  // namespace rapport::cli
