// A repository whose files are texts in memory, for use cases that change records.
#pragma once

#include "app/preview.hpp"
#include "app/snapshot.hpp"
#include "store/texts.hpp"

#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <string>
#include <utility>

namespace rapport::tests {

class InMemory {
 public:
  explicit InMemory(std::map<std::string, std::string> files) : files_(std::move(files)) {
    files_.emplace("rapport.yaml",
                   "format: 1\nrepository: 7b0e4f4e-3a5d-4a53-9d0c-5d1b8f6f0a11\nstaff:\n"
                   "  - {key: ada, name: Ada Muster, role: officer}\n");
  }

  std::shared_ptr<const app::Snapshot> snapshot() const {
    store::Texts texts;
    for (const auto& [path, text] : files_)
      texts.files.push_back({texts.memory->copy(path), texts.memory->copy(text)});
    auto reference = app::read_reference({}, texts);
    auto read = app::Snapshot::of(std::move(reference), 1, std::move(texts));
    REQUIRE(read);
    return *read;
  }

  static app::Occasion occasion() { return {.today = value::Date::of(2026, 6, 20), .threads = 1}; }

 private:
  std::map<std::string, std::string> files_;
};

/// What a use case printed, or "! " and its failure.
template <class Result>
std::string said(const Result& result) {
  if (result) return std::get<std::string>(result->content);
  return "! " + result.failure().what + "\n! hint: " + result.failure().hint + "\n";
}

}  // namespace rapport::tests
