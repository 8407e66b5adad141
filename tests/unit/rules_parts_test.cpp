// The parts rules are made of: references taken apart, dates as they are worded, spans of values.
#include "rules/engine/dates.hpp"
#include "rules/engine/letter_reference.hpp"
#include "value/source.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string_view>

namespace rapport::tests::rules_parts_test {

TEST_CASE("references of letters") {
  CHECK(rules::parse_reference("AL HND 3/2026").code == "HND");
  CHECK(rules::parse_reference("UA OTH 157/2025").type == "UA");
  CHECK(rules::parse_reference("UA G/SO 218/2 G/SO 214 (107-9) VNM 5/2013").year == "2013");
  for (const auto* wrong : {"AL HND 3-2026", "JAL HND 3/2026", "HND 3/2026", "AL HN 3/2026",
                            "AL HND 03/2026", "AL HND [no.]/2026", "AL G/SO 214 VNM 5/2026", ""})
    CHECK_FALSE(rules::parse_reference(wrong).is_well_formed());
}

TEST_CASE("dates as messages say them") {
  CHECK(rules::long_date(value::Date::of(2026, 4, 10)) == "10 April 2026");
  CHECK(rules::long_date(value::Date::of(2026, 4)) == "April 2026");
  CHECK(rules::long_date(value::Date::of(2026)) == "2026");
}

TEST_CASE("lines and columns count characters") {
  const std::string_view text = "kind: ngo\nname: Lucía Ejemplo\n";
  CHECK(value::line_column(text, 0).line == 1);
  const auto at = value::line_column(text, 23);  // behind the accent
  CHECK(at.line == 2);
  CHECK(at.column == 13);
}

TEST_CASE("how far a value goes on its line") {
  const auto length = [](std::string_view text) { return value::value_length(text, 0); };
  CHECK(length("2026-04-10  # sent") == 10);
  CHECK(length("2026-05-04T09:30-06:00\n") == 22);
  CHECK(length("[kind:law-enforcement]\n") == 22);
  CHECK(length("['a]', {b: c}] # x") == 14);
  CHECK(length("\"a \\\" b\" # c") == 8);
  CHECK(length("- key: k1") == 1);
  CHECK(length("visit:\n  nature: official") == 5);
}

TEST_CASE("a comma ends a plain value between brackets only") {
  const auto length = [](std::string_view text, std::string_view at) {
    return value::value_length(text, static_cast<std::uint32_t>(text.find(at)));
  };
  CHECK(length("place: Hall 2, [left], door}\n", "Hall") == 21);
  CHECK(length("a: b\nkeys:\n  - key: k1\n    use: one, two  # c\n", "one") == 8);
  CHECK(length("- one, two\n", "one") == 8);
  CHECK(length("- {use: preferred, value: x}\n", "preferred") == 9);
  CHECK(length("with: [one,\n  two, three]\n", "two") == 3);
  CHECK(length("k: {a: 1,\n\n    b: 2,\n  c: three, d: 4}\n", "three") == 5);
  CHECK(length("k:\n- {a: 1,\n  c: three, d: 4}\n", "three") == 5);
  CHECK(length("k: {a: 1}\nc: three, d\n", "three") == 8);
}

}  // namespace rapport::tests::rules_parts_test
