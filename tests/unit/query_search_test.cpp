// Words in any text of any record.
#include "query/search.hpp"
#include "query/text.hpp"
#include "query_office.hpp"

namespace query_search_test {

using rapport::query::Finding;
using rapport::query::Mistake;
using rapport::tests::Office;

namespace {

/// "id field[text]" for each place.
std::string search(std::string_view words) {
  Office office;
  const auto context = office.context();
  auto result = rapport::query::search(words, context);
  if (const auto* mistake = std::get_if<Mistake>(&result)) return mistake->what;
  std::string text;
  for (const Finding& finding : std::get<std::vector<Finding>>(result)) {
    text += (text.empty() ? "" : "; ") + std::string(finding.record->id());
    for (const auto& place : finding.places) {
      const bool is_id = place.text == nullptr;
      const auto says = is_id ? finding.record->id() : rapport::query::text_of(*place.text);
      const auto found = place.written.empty()
                             ? std::string(says.substr(place.at.offset, place.at.length))
                             : place.written;
      text += " " + place.field + "[" + found + "]";
    }
  }
  return text;
}

}  // namespace

TEST_CASE("search: case and accents aside, the place in the text as it is written") {
  CHECK(search("RAMIREZ") == "hrd-k7m2qx name[Ramírez]");
  CHECK(search("río") ==
        "hrd-k7m2qx areas[Rio]; rio-committee name[Río]; "
        "2024-11-consultation partners.partner[rio-committee]");
  CHECK(search("neighbours") == "rio-committee notes[neighbours]");
}

TEST_CASE("search: every word must be in the record, wherever") {
  CHECK(search("lucia spokesperson") == "hrd-k7m2qx name[Lucía] affiliations.post[spokesperson]");
  CHECK(search("lucia university") == "");
  CHECK(search("\"ejemplo committee\"") == "rio-committee name[Ejemplo Committee]");
}

TEST_CASE("search: ids are found, and a word with signs is a word") {
  CHECK(search("k7m2") ==
        "hrd-k7m2qx id[k7m2]; 2024-11-consultation partners.partner[hrd-k7m2qx]; "
        "2026-draft communication.alleged_victims.v1.partner[hrd-k7m2qx]; "
        "2027-visit visit.programme.s2.with[hrd-k7m2qx]; "
        "dam case.alleged_victims.v1.partner[hrd-k7m2qx]");
  CHECK(search("lucia@example.org") == "hrd-k7m2qx contacts.k2.value[lucia@example.org]");
  CHECK(search("\"+999 5555 0101\"") == "hrd-k7m2qx contacts.k1.value[+999 5555 0101]");
}

TEST_CASE("search: nothing to search for is a mistake") {
  CHECK(search("") == "no word to search for");
  CHECK(search("\"\"") == "there is nothing to search for");
  CHECK(search("\"open") == "this quote is never closed");
}

}  // namespace query_search_test
