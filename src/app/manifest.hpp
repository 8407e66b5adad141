// What the office keeps of a document it handed out: ids, counts and digests, no names.
#pragma once

#include "model/vocabulary.hpp"
#include "value/date.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::app {

struct Manifest {
  std::string document;  // id of the visit or letter, or the report's name
  std::string report;
  model::Audience audience = model::Audience::office;
  std::string to = {};  // the one recipient, when there is one
  model::Use use = model::Use::absent;
  std::string purpose = {};
  unsigned edition = 0;
  value::Date date;
  std::string revision = {};         // of the records
  std::string unknown_because = {};  // else why there is none
  std::string digest = {};           // BLAKE2b-256 of the bytes, once they are written
  std::string query = {};            // when it holds no free words
  std::string query_digest = {};     // else
  std::vector<std::pair<std::string, std::size_t>> counts = {};
  std::vector<std::pair<std::string, std::size_t>> withheld = {};
  std::vector<std::string> records = {};
};

/// The number of the edition that is issued next.
unsigned next_edition(const std::string& root, const std::string& document,
                      model::Audience audience);

/// How many of them say that id: of the document, or of a record in it.
std::size_t count_manifests_with(const std::string& root, std::string_view id);

/// Where it lies, from the root.
std::string path_of(const Manifest& manifest);

std::string text_of(const Manifest& manifest);

}  // namespace rapport::app
