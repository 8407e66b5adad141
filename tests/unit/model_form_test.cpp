// What a partner is that does not say whether it is a person or a body.
#include "model/protection.hpp"
#include "records.hpp"

#include <doctest/doctest.h>

#include <string>

namespace model_form_test {

using namespace rapport;

namespace {

bool is_person(std::string_view kind, std::string_view more = "") {
  tests::Records records;
  records.partner("somebody",
                  "kind: " + std::string(kind) + "\nname: Some Name\n" + std::string(more));
  return model::is_person(*records.data().partner("somebody"));
}

}  // namespace

TEST_CASE("form: offices of the United Nations are bodies") {
  for (const std::string_view kind :
       {"resident-coordinator", "un-presence", "un-agency", "special-procedure", "treaty-body",
        "permanent-mission", "embassy", "delegation", "regional-organisation", "nhri"}) {
    CAPTURE(kind);
    CHECK_FALSE(is_person(kind));
  }
  for (const std::string_view kind : {"defender", "cooperating-person", "lawyer", "expert"})
    CHECK(is_person(kind));
}

TEST_CASE(
    "form: a resident coordinator with a title or a gender is somebody, unless it says body") {
  CHECK(is_person("resident-coordinator", "honorific: Ms.\n"));
  CHECK(is_person("resident-coordinator", "gender: man\n"));
  CHECK_FALSE(is_person("resident-coordinator", "form: body\nhonorific: Ms.\n"));
  CHECK(is_person("un-agency", "form: person\n"));
  CHECK_FALSE(is_person("un-agency", "honorific: Ms.\n"));
}

}  // namespace model_form_test
