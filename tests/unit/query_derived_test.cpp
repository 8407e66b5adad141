// What the derived fields say of themselves, and what they answer beside a record's own fields.
#include "query/derived/derived.hpp"
#include "query_office.hpp"

#include <map>
#include <set>

namespace query_derived_test {

using rapport::tests::Office;
namespace model = rapport::model;
namespace query = rapport::query;
namespace value = rapport::value;

namespace {

void add_names(std::set<std::string_view>& names, const value::Type& type) {
  if (type.shape == value::Shape::list) return add_names(names, *type.element);
  if (type.shape != value::Shape::block) return;
  for (const value::Row& row : type.rows().rows) {
    names.insert(row.name);
    add_names(names, *row.type);
  }
}

std::set<std::string_view> names_in(model::RecordKind kind) {
  std::set<std::string_view> names = {"id"};  // the name of the file: no row has it
  add_names(names, query::record_type(kind));
  return names;
}

}  // namespace

// A word that is misspelt, or that a row was renamed away from, would hide a value that could not
// be decoded from whoever asks by the field.
TEST_CASE("query: what a derived field rests on is rows that exist") {
  const auto of_partners = names_in(model::RecordKind::partner);
  const auto of_engagements = names_in(model::RecordKind::engagement);
  for (const query::Derived* derived : query::all_derived())
    for (const std::string_view name : derived->rests_on) {
      CAPTURE(derived->name);
      CAPTURE(name);
      const bool is_of_partners = derived->is_of_partners && !derived->asks_engagements;
      const bool is_of_engagements = derived->is_of_engagements || derived->asks_engagements;
      CHECK(((is_of_partners && of_partners.contains(name)) ||
             (is_of_engagements && of_engagements.contains(name))));
    }
}

TEST_CASE("query: a letter that names no State belongs where its addressee does, for the office") {
  Office office;
  CHECK(office.engagements("member:OAS kind:communication") == "2026-al-dam 2026-draft");
  CHECK(office.engagements("country:HND kind:communication") == "2026-al-dam 2026-draft");
  office.is_for_office = false;
  CHECK(office.engagements("member:OAS kind:communication") == "");
  CHECK(office.engagements("country:HND kind:communication") == "");
  CHECK(office.engagements("member:OAS kind:consultation") == "2024-11-consultation?");
}

// Written down a second time: to be in an answer tells the value, and a field that is computed from
// who told us, or from who somebody is, tells that.
TEST_CASE("query: a derived field is never more open than what it rests on") {
  using enum value::Reveals;
  const std::map<std::string_view, value::Reveals> stated = {
      {"addressee", link},   // refers to a partner
      {"case", source},      // who is named there may be a source
      {"circle", identity},  // of women defenders: the gender
      {"country", open},     // that of the addressee is read for the office alone
      {"engaged", source},   // who told us something was engaged
      {"group", open},      {"id", open},   {"joint", open},  {"member", open},
      {"reply", open},      {"sent", open}, {"signed", open}, {"status", open},
      {"when", open},       {"with", link},  // who only told us is among them for the office alone
  };
  CHECK(stated.size() == query::all_derived().size());
  for (const query::Derived* derived : query::all_derived()) {
    CAPTURE(derived->name);
    REQUIRE(stated.contains(derived->name));
    CHECK(derived->reveals == stated.at(derived->name));
  }
}

}  // namespace query_derived_test
