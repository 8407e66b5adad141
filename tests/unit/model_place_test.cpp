#include "model/id.hpp"
#include "model/place.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace rapport::tests::model_place_test {

using model::Group;

TEST_CASE("place: what `new` writes is where records are looked for") {
  const std::string folder = model::folder_of(Group::civil_society);
  const std::string path = model::path_in(folder, "rio-verde");
  CHECK(path == "partners/civil-society/rio-verde.yaml");
  CHECK(model::folder_of_path(path) == folder);
  CHECK(model::is_folder_of(folder, Group::civil_society));
  CHECK_FALSE(model::is_folder_of(folder, Group::states));
  CHECK(model::is_partner_path(path));
  CHECK(model::is_named_as_record(path));
  CHECK(model::id_of_name("rio-verde.yaml") == "rio-verde");
  CHECK(std::ranges::count(model::folders_of_records(), folder) == 1);
}

TEST_CASE("place: folders only count from the root, and as they are written") {
  CHECK_FALSE(model::is_folder_of("old/partners/states", Group::states));
  CHECK_FALSE(model::is_folder_of("partners", Group::states));
  CHECK_FALSE(model::is_partner_path("partners"));
  CHECK_FALSE(model::is_partner_path("partners-old/a.yaml"));
  CHECK(model::folder_of_year(2026) == "engagements/2026");
  CHECK(model::is_folder_of_year("engagements/2026", 2026));
  for (const auto* other : {"engagements/02026", "engagements/2026/may", "engagements/2025",
                            "engagements", "old/engagements/2026"})
    CHECK_FALSE(model::is_folder_of_year(other, 2026));
  CHECK_FALSE(model::is_folder_of_some_year(model::cases_folder));
}

TEST_CASE("id: the office's own words and odd letters name no record") {
  for (const auto* id : {"a", "2026-05-visit", "hrd-k7m2qx"}) CHECK(model::may_name_record(id));
  for (const auto* id : {"", "-a", "A", "a_b", "a/b", "a.b", "office", "holder"})
    CHECK_FALSE(model::may_name_record(id));
  CHECK(model::may_name_record(std::string(value::id_limit, 'a')));
  CHECK_FALSE(model::may_name_record(std::string(value::id_limit + 1, 'a')));
}

}  // namespace rapport::tests::model_place_test
