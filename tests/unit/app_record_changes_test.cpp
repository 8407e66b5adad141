// What changed in a record is said in words, field by field.
#include "app/moved_files.hpp"
#include "app/record_changes.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app_record_changes_test {

using namespace rapport;
using app::FileVersion;

namespace {

constexpr const char* path = "partners/defenders/hrd-k7m2qx.yaml";

std::vector<std::string> sentences(std::string_view before, std::string_view after,
                                   const app::ChangeOptions& options = {}) {
  std::vector<std::string> words;
  for (const auto& line :
       app::compare(FileVersion{path, before}, FileVersion{path, after}, options))
    words.push_back(line.change);
  return words;
}

std::vector<std::string> of_field(std::string_view field, std::string_view before,
                                  std::string_view after) {
  const auto filter = app::FieldFilter::parse(field);
  REQUIRE(filter);
  return sentences(before, after, {.field = &*filter});
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("changes: scalars, items of lists, and free text") {
  CHECK(sentences("kind: ngo\nname: A\n", "kind: media\nname: A\n") == Lines{"kind ngo → media"});
  CHECK(sentences("kind: ngo\n", "kind: ngo\ntags: [x]\n") == Lines{"+ tag x"});
  CHECK(sentences("themes: [land-rights, water]\n", "themes: [water]\n") ==
        Lines{"- theme land-rights"});
  CHECK(sentences("name: Ada\n", "name: Ada Muestra\n") == Lines{"name Ada → “Ada Muestra”"});
  CHECK(sentences(
            "kind: ngo\ncontacts:\n  - {key: c1, use: never}\n",
            "kind: ngo\ncontacts:\n  - {key: c1, use: allowed}\n  - {key: c2, channel: email}\n") ==
        Lines{"contacts.c1.use never → allowed", "+ contact c2: channel email"});
  CHECK(sentences("kind: ngo\n", "kind: ngo  # why\n") == Lines{"only comments or layout"});
  CHECK(sentences("kind: ngo\n", "kind: ngo\r\n").empty());
  CHECK(sentences("kind: ngo\n", "kind: [\n") ==
        Lines{"changed, but one of the two texts cannot be read as a record"});
}

TEST_CASE("changes: of long texts the part that differs") {
  CHECK(sentences(
            "notes: One two three four five six seven eight nine ten eleven twelve thirteen\n",
            "notes: One two three four five six seven OTHER nine ten eleven twelve thirteen\n") ==
        Lines{"notes … eight … → … OTHER …"});
}

TEST_CASE("changes: acts of consent") {
  const std::string before =
      "kind: defender\nconsent:\n  - {key: a1, on: 2026-01-01, act: given}\n";
  CHECK(sentences(before, before + "  - {key: a3, on: 2026-06-11, act: withdrawn, by: self}\n") ==
        Lines{"consent a3 withdrawn 2026-06-11: everything"});
  CHECK(sentences(before, before + "  - {key: a3, on: 2026-06-11, act: withdrawn, by: self}\n",
                  {.day = "2026-06-11"}) == Lines{"consent a3 withdrawn: everything"});
  CHECK(sentences(before, before +
                              "  - {key: a4, on: 2026-07-01, act: given, case: examplia-dam, "
                              "for: [letter], to: [state], states: [XXA], until: 2027-01}\n") ==
        Lines{"consent a4 given 2026-07-01: letter to state XXA in examplia-dam until 2027-01"});
  CHECK(sentences(before, "kind: defender\n") ==
        Lines{"- consent a1 given 2026-01-01: everything"});
}

TEST_CASE("changes: one field, wherever it is") {
  const std::string one = "kind: ngo\ncontacts:\n  - {key: c1, channel: email, value: a@b.org}\n";
  const std::string two = "kind: ngo\ncontacts:\n  - {key: c1, channel: email, value: c@b.org}\n";
  CHECK(of_field("contacts.c1.value", one, two) == Lines{"contacts.c1.value a@b.org → c@b.org"});
  CHECK(of_field("contact.value", one, two) == Lines{"contacts.c1.value a@b.org → c@b.org"});
  CHECK(of_field("contacts.c1.value", "kind: ngo\n", two) == Lines{"+ contacts.c1.value c@b.org"});
  CHECK(of_field("contacts.c2", one, two).empty());
  CHECK(of_field("kind", one, two).empty());
  CHECK(of_field("theme.water", "themes: [land, water]\n", "themes: [air]\n") ==
        Lines{"- theme water"});
  CHECK(app::FieldFilter::parse("contacts.c1.valu").failure().hint == "did you mean 'value'?");
  CHECK(app::FieldFilter::parse("kind.x").failure().what == "no field 'kind.x'");
  CHECK(!app::FieldFilter::parse(""));
}

TEST_CASE("changes: a record that moved is the same by its id, its text or most of its lines") {
  const std::string_view text = "a\nb\nc\nd\n";
  const std::vector<FileVersion> gone{{"partners/states/a.yaml", text},
                                      {"partners/states/b.yaml", "x\ny\n"},
                                      {"engagements/2026/c.yaml", text}};
  const std::vector<FileVersion> added{{"partners/others/b.yaml", "other\n"},
                                       {"partners/states/z.yaml", "a\nb\nc\ne\n"},
                                       {"partners/states/new.yaml", "n\n"}};
  const auto moved = app::match_moved(gone, added);
  CHECK(moved[0] == std::optional<std::size_t>{1});
  CHECK(moved[1] == std::optional<std::size_t>{0});
  CHECK(moved[2] == std::nullopt);
}

}  // namespace app_record_changes_test
