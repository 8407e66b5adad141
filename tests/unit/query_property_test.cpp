// Queries put together at random from the pieces of the language: the same property as the fuzz
// target, so that it is checked wherever the tests run.
#include "../fuzz/query_property.hpp"

#include "query_office.hpp"

#include <array>
#include <random>

namespace query_property_test {

using rapport::tests::Office;

namespace {

constexpr std::array<std::string_view, 58> pieces = {"kind:ngo",
                                                     "country:HND",
                                                     "theme:land-rights",
                                                     "engaged:<2025",
                                                     "with:rio-committee",
                                                     "and",
                                                     "or",
                                                     "not ",
                                                     " ",
                                                     " ",
                                                     " ",
                                                     " ",
                                                     "(",
                                                     ")",
                                                     "-",
                                                     "\"",
                                                     "\"free words\"",
                                                     "name:~ejemplo",
                                                     "contacts:(",
                                                     "channel:signal",
                                                     "use:never",
                                                     "has:",
                                                     "notes",
                                                     "start:",
                                                     ">=",
                                                     "<",
                                                     "2015",
                                                     "..",
                                                     "2024-11",
                                                     "-6m",
                                                     "today",
                                                     ",",
                                                     "unknown",
                                                     "when:2015",
                                                     "attendance.total:>3",
                                                     "case:dam",
                                                     "circle:defenders",
                                                     "partner:(",
                                                     "status:held",
                                                     "id:~a",
                                                     "\\",
                                                     "'",
                                                     "=",
                                                     "!",
                                                     "&&",
                                                     ":",
                                                     ".",
                                                     "*",
                                                     "é",
                                                     "\xff",
                                                     "\x1b",
                                                     "reply:overdue",
                                                     "member:OAS",
                                                     "signed:sr-environment",
                                                     "joint:yes",
                                                     "addressee.country:HND",
                                                     "kind",
                                                     "lucia"};

}  // namespace

TEST_CASE(
    "query property: every text is understood or a mistake inside it, and not is its opposite") {
  Office office;
  const auto context = office.context();
  std::mt19937 random(20261124);
  int understood = 0;
  for (int round = 0; round < 1500; ++round) {
    std::string text;
    const std::size_t count = 1 + random() % 9;
    for (std::size_t i = 0; i < count; ++i) {
      text += pieces[random() % pieces.size()];
      if (random() % 2 == 0) text += ' ';
    }
    const auto kind = random() % 2 == 0 ? rapport::model::RecordKind::partner
                                        : rapport::model::RecordKind::engagement;
    CAPTURE(text);
    CHECK(rapport::tests::broken(text, kind, context) == "");
    if (round % 10 == 0) CHECK(rapport::tests::broken_columns(text, kind, context) == "");
    if (rapport::query::compile(text, kind, context)) ++understood;
  }
  CHECK(understood > 100);
}

}  // namespace query_property_test
