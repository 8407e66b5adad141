// What queries answer.
#include "query_office.hpp"

namespace query_match_test {

using rapport::tests::Office;

TEST_CASE("query: nothing asked is everything") {
  Office office;
  CHECK(office.partners("") == "achpr-sr hnd-mission hrd-k7m2qx rio-committee town-hall uni-x");
  CHECK(office.partners("  ") == office.partners(""));
}

TEST_CASE("query: terms one behind the other must all hold") {
  Office office;
  CHECK(office.partners("kind:ngo country:HND theme:land-rights") == "rio-committee");
  CHECK(office.partners("country:HND and kind:ngo") == "rio-committee");
  CHECK(office.partners("kind:ngo country:POL") == "");
}

TEST_CASE("query: or binds less than and, not binds most") {
  Office office;
  CHECK(office.partners("kind:academic or kind:ngo country:HND") == "rio-committee uni-x");
  CHECK(office.partners("(kind:academic or kind:ngo) country:HND") == "rio-committee");
  CHECK(office.partners("not kind:ngo country:HND") == "hnd-mission hrd-k7m2qx town-hall");
  CHECK(office.partners("country:HND -kind:ngo -kind:defender") == "hnd-mission town-hall");
  CHECK(office.partners("not (kind:ngo or country:HND)") == "achpr-sr uni-x");
  CHECK(office.partners("not not kind:ngo") == "rio-committee");
}

TEST_CASE("query: several values are alternatives") {
  Office office;
  CHECK(office.partners("kind:ngo,academic") == "rio-committee uni-x");
}

TEST_CASE("query: words and codes are told apart by no case") {
  Office office;
  CHECK(office.partners("country:hnd kind:NGO") == "rio-committee");
}

TEST_CASE("query: text is compared without case and accents") {
  Office office;
  CHECK(office.partners("name:\"rio ejemplo committee\"") == "rio-committee");
  CHECK(office.partners("name:~ejemplo") == "hrd-k7m2qx rio-committee");
  CHECK(office.partners("name:~łódź") == "uni-x");
  CHECK(office.partners("name:~lodz,ramirez") == "hrd-k7m2qx uni-x");
  CHECK(office.partners("name:ejemplo") == "");
  CHECK(office.partners("alias:x") == "");
}

TEST_CASE("query: free words are found in any text and in the id") {
  Office office;
  CHECK(office.partners("neighbours") == "rio-committee");
  CHECK(office.partners("\"NEIGHBOURS\\\" of the dam\"") == "rio-committee");
  CHECK(office.partners("k7m2") == "hrd-k7m2qx");
  CHECK(office.partners("ejemplo spokesperson") == "hrd-k7m2qx");
  CHECK(office.partners("\"not\"") == "");
}

TEST_CASE("query: a list answers by its singular, and of blocks by their fields") {
  Office office;
  CHECK(office.partners("theme:environment") == office.partners("themes:environment"));
  CHECK(office.partners("contacts.channel:email") == "hrd-k7m2qx");
  CHECK(office.partners("contact.channel:phone,email") == "hrd-k7m2qx rio-committee");
  CHECK(office.partners("risk.level:high") == "hrd-k7m2qx");
  CHECK(office.engagements("partner:rio-committee") == "2024-11-consultation");
  CHECK(office.engagements("visit.programme.with:town-hall") == "2027-visit");
}

TEST_CASE("query: parentheses behind a field ask one item for all of it") {
  Office office;
  CHECK(office.partners("contacts:(channel:signal) contacts:(use:preferred)") ==
        "hrd-k7m2qx rio-committee");
  CHECK(office.partners("contacts:(channel:signal use:preferred)") == "hrd-k7m2qx");
  CHECK(office.partners("contacts:(channel:signal not use:preferred)") == "rio-committee");
  CHECK(office.engagements("partners:(partner:uni-x status:invited)") == "2015-side-event");
}

TEST_CASE("query: a reference leads on to the record it means") {
  Office office;
  CHECK(office.partners("affiliation.body.kind:ngo") == "hrd-k7m2qx");
  CHECK(office.engagements("addressee.country:HND") == "2026-al-dam 2026-draft");
  CHECK(office.engagements("with:(kind:ngo country:HND)") == "2024-11-consultation");
  CHECK(office.partners("affiliations.body:rio-committee") == "hrd-k7m2qx");
  CHECK(office.partners("affiliations.body:~rio") == "hrd-k7m2qx");
}

TEST_CASE("query: has asks whether a field is there at all") {
  Office office;
  CHECK(office.partners("has:notes") == "rio-committee");
  CHECK(office.partners("has:contacts not has:notes") == "hrd-k7m2qx");
  CHECK(office.partners("has:contacts.verified") == "hrd-k7m2qx");
  CHECK(office.engagements("has:case") == "2026-al-dam 2026-draft");
}

TEST_CASE("query: counts, amounts and durations have an order") {
  Office office;
  CHECK(office.engagements("attendance.total:>=41") == "2016-once? 2024-11-consultation");
  CHECK(office.engagements("attendance.total:<41") == "2016-once?");
  CHECK(office.engagements("attendance.women:10..20") == "2024-11-consultation");
  CHECK(office.engagements("attendance.total:unknown") == "2016-once");
  CHECK(office.engagements("support.amount:>1200 support.amount:<1200.51") ==
        "2024-11-consultation");
  CHECK(office.partners("risk.check_in:<=2m") == "hrd-k7m2qx");
}

TEST_CASE("query: a language is also its variants, and a reference row its code") {
  Office office;
  CHECK(office.partners("language:zh") == "uni-x");
  CHECK(office.partners("language:zh-Hant,es") == "hrd-k7m2qx uni-x");
  CHECK(office.partners("listed_as:achpr-sr-hrd") == "achpr-sr");
  CHECK(office.partners("listed_as:mechanism/achpr-sr-hrd") == "achpr-sr");
  CHECK(office.partners("keep_apart:kind:law-enforcement") == "hrd-k7m2qx");
}

TEST_CASE("query: it knows what being in the answer gives away") {
  Office office;
  const auto compiled = [&office](std::string_view text) {
    return *rapport::query::compile(text, rapport::model::RecordKind::partner, office.context());
  };
  CHECK_FALSE(compiled("kind:ngo").reveals(rapport::value::Reveals::link));
  CHECK(compiled("kind:ngo engaged:2024").reveals(rapport::value::Reveals::source));
  CHECK(compiled("with:2024-11-consultation").reveals(rapport::value::Reveals::link));
  CHECK(compiled("contacts.channel:email").reveals(rapport::value::Reveals::contact));
  CHECK(compiled("dam").reveals(rapport::value::Reveals::content));
  CHECK(compiled("name:~x").has_free_text());
  CHECK_FALSE(compiled("kind:ngo").has_free_text());
}

}  // namespace query_match_test
