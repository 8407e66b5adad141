#include "model/consent.hpp"
#include "value/word.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>

namespace rapport::tests::model_consent_test {

using model::Act;

TEST_CASE("consent: the table says which fields an act can have") {
  const std::string always = "key on act case by how language note recall";
  const std::map<Act, std::string> further = {
      {Act::given, "for to states name_as advance until"},
      {Act::renewed, "for to states name_as advance until"},
      {Act::narrowed, "for to states name_as until"},
      {Act::refused, "for to"},
      {Act::withdrawn, ""},
  };
  CHECK(further.size() == value::words_of<Act>.size());
  for (const auto& entry : further)
    for (const value::Field& row : value::rows_of<model::ConsentAct>().rows) {
      const std::string known = " " + always + " " + entry.second + " ";
      CAPTURE(value::word(entry.first));
      CAPTURE(row.name);
      CHECK(model::takes(entry.first, row) ==
            (known.find(" " + std::string(row.name) + " ") != known.npos));
    }
}

}  // namespace rapport::tests::model_consent_test
