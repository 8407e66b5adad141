// What is printed beside an output, in words.
#include "cli/notes.hpp"

#include <doctest/doctest.h>

namespace cli_notes_test {

using namespace rapport;
using app::NoteCode;

TEST_CASE("notes: a remark of a report is its code and details, or a sentence of its own") {
  const auto remark = [](const char* code, const char* details) {
    return cli::text_of({NoteCode::remark, {code, details}});
  };
  CHECK(remark("no-channel-to-give", "2") == "no channel to give: 2");
  CHECK(remark("no-country-mandate", "Examplia") == "No country mandate for Examplia.");
  CHECK(remark("country-mandate-unknown", "Examplia") ==
        "Whether there is a country mandate for Examplia is not recorded.");
}

}  // namespace cli_notes_test
