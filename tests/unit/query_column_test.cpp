// Columns, order, groups, and what follows from other records.
#include "query/queryable_fields.hpp"
#include "query_office.hpp"

namespace query_column_test {

using rapport::model::RecordKind;
using rapport::query::Column;
using rapport::query::Hit;
using rapport::query::Mistake;
using rapport::tests::ids;
using rapport::tests::Office;

namespace {

std::string sorted(std::string_view by, RecordKind kind = RecordKind::partner) {
  Office office;
  const auto all = rapport::query::compile("", kind, office.context());
  auto result = rapport::query::sorted(rapport::query::list(*all, office.context()), by, kind,
                                       office.context());
  if (const auto* mistake = std::get_if<Mistake>(&result))
    return rapport::tests::message(rapport::query::failure(*mistake, by));
  return ids(std::get<std::vector<Hit>>(result));
}

Column column(std::string_view name, RecordKind kind) {
  auto found = rapport::query::columns(name, kind);
  REQUIRE_FALSE(std::holds_alternative<Mistake>(found));
  return std::get<std::vector<Column>>(found).front();
}

/// "ngo: rio-committee; ..." by a field.
std::string grouped(std::string_view name, RecordKind kind = RecordKind::partner) {
  Office office;
  const auto context = office.context();
  const auto all = rapport::query::compile("", kind, context);
  const auto hits = rapport::query::list(*all, context);
  std::string text;
  for (const auto& group : rapport::query::grouped(hits, column(name, kind).field, context))
    text += (text.empty() ? "" : "; ") + group.key + ": " + ids(group.hits);
  return text;
}

std::string values(std::string_view name, std::string_view id, RecordKind kind) {
  Office office;
  const auto context = office.context();
  std::string text;
  rapport::query::each_value(
      column(name, kind).field, {context.data.find(id)}, context,
      [&](const void* value, const rapport::value::Type& type, rapport::value::Truth sure) {
        text += (text.empty() ? "" : ", ") + type.print(value, context.codes) +
                (sure == rapport::value::Truth::maybe ? "?" : "");
      });
  return text;
}

}  // namespace

TEST_CASE("columns: names give headings, mistakes a caret") {
  const auto heading = [](std::string_view name) {
    return column(name, RecordKind::partner).heading;
  };
  CHECK(heading("id") == "ID");
  CHECK(heading("engaged") == "LAST ENGAGED");
  CHECK(heading("listed_as") == "LISTED AS");
  CHECK(heading("contacts.channel") == "CONTACTS CHANNEL");
  CHECK(sorted("name, contry") ==
        "rapport: no field 'contry'\n"
        "  name, contry\n"
        "        ^~~~~~\n"
        "hint: did you mean 'country'?");
  CHECK(std::holds_alternative<Mistake>(rapport::query::columns("id,,name", RecordKind::partner)));
  CHECK(rapport::query::usual_columns(RecordKind::engagement).size() == 5);
}

TEST_CASE("sort: text folded, absent last, equal ones by id") {
  CHECK(sorted("name") == "uni-x hrd-k7m2qx hnd-mission rio-committee town-hall achpr-sr");
  CHECK(sorted("-name") == "town-hall rio-committee hnd-mission hrd-k7m2qx uni-x achpr-sr");
  CHECK(sorted("kind") == "hrd-k7m2qx rio-committee uni-x achpr-sr town-hall hnd-mission");
  CHECK(sorted("-country,name") == "uni-x hrd-k7m2qx hnd-mission rio-committee town-hall achpr-sr");
}

TEST_CASE("sort: dates by their first day, then their last") {
  CHECK(sorted("when", RecordKind::engagement) ==
        "2016-once 2015-side-event 2024-11-consultation 2026-al-dam 2027-visit 2026-draft dam");
  CHECK(sorted("start", RecordKind::engagement).starts_with("2016-once 2015-side-event"));
  CHECK(sorted("-engaged") == "hnd-mission hrd-k7m2qx rio-committee achpr-sr uni-x town-hall");
}

TEST_CASE("groups: one for each value, in order, and one for those without") {
  CHECK(grouped("country") ==
        "HND: hnd-mission hrd-k7m2qx rio-committee town-hall; POL: uni-x; : achpr-sr");
  CHECK(grouped("theme") ==
        "environment: hrd-k7m2qx; land-rights: hrd-k7m2qx rio-committee; : achpr-sr hnd-mission "
        "town-hall uni-x");
  CHECK(grouped("group") ==
        "defenders: hrd-k7m2qx; civil-society: rio-committee uni-x; regional: achpr-sr; states: "
        "hnd-mission town-hall");
}

TEST_CASE("derived: circles") {
  CHECK(grouped("circle") ==
        "defenders: hrd-k7m2qx; women-defenders: hrd-k7m2qx; civil-society: rio-committee; "
        "academics: uni-x; regional: achpr-sr; government: hnd-mission; local-authorities: "
        "town-hall");
}

TEST_CASE("derived: who takes part, and in what") {
  CHECK(values("with", "2027-visit", RecordKind::engagement) == "town-hall");
  CHECK(values("with", "2026-al-dam", RecordKind::engagement) == "hnd-mission");
  CHECK(values("with", "2024-11-consultation", RecordKind::engagement) ==
        "hrd-k7m2qx?, rio-committee");
  CHECK(values("with", "rio-committee", RecordKind::partner) == "2024-11-consultation");
  Office office;
  CHECK(office.partners("with:2024-11-consultation") == "hrd-k7m2qx? rio-committee");
  CHECK(office.partners("with:rio-committee") == "hrd-k7m2qx?");
  CHECK(office.partners("with.with:rio-committee") == office.partners("with:rio-committee"));
  CHECK(office.partners("with:2015-side-event,rio-committee") == "achpr-sr hrd-k7m2qx? uni-x?");
  CHECK(office.engagements("with:uni-x") == "2015-side-event? 2016-once");
  CHECK(office.engagements("support.from:uni-x") == "2024-11-consultation");
}

TEST_CASE("derived: outside the office nobody is told who is named in a case") {
  Office office;
  CHECK(values("names", "dam", RecordKind::engagement) == "hrd-k7m2qx");
  const auto& dam = *office.records.data().engagement("dam");
  rapport::query::Context outside = office.context();
  outside.is_for_office = false;
  std::size_t told = 0;
  auto count = [&told](const void*, rapport::value::Truth) { ++told; };
  for (const std::string_view name : {"with", "names"})
    rapport::query::find_derived(name, RecordKind::engagement)
        ->values(dam.head, outside, rapport::query::Sink(count));
  CHECK(told == 0);
}

TEST_CASE("derived: letters, who signed them and what came back") {
  Office office;
  CHECK(office.engagements("signed:sr-environment") == "2026-al-dam");
  CHECK(office.engagements("joint:yes") == "2026-al-dam 2026-draft");
  CHECK(office.engagements("reply:acknowledgement") == "2026-al-dam");
  CHECK(values("reply", "2026-al-dam", RecordKind::engagement) == "acknowledgement, overdue");
  CHECK(values("reply", "2026-draft", RecordKind::engagement) == "");
  CHECK(office.engagements("sent:2026-03") == "2026-al-dam");
  CHECK(office.engagements("addressee:hnd-mission") == "2026-al-dam 2026-draft");
  CHECK(office.engagements("reply:lost").starts_with("rapport: 'lost' is not a value of 'reply'"));
}

TEST_CASE("derived: the case of a letter, and the cases a partner is in") {
  Office office;
  CHECK(office.engagements("case:dam") == "2026-al-dam 2026-draft");
  CHECK(office.partners("case:dam") == "hnd-mission hrd-k7m2qx");
  CHECK(office.engagements("case.status:acted") == "dam");
  CHECK(office.engagements("kind:communication case.status:acted") == "2026-al-dam 2026-draft");
  CHECK(office.engagements("sent:2026 case.alleged_victims.partner:hrd-k7m2qx") == "2026-al-dam");
  CHECK(office.engagements("kind:communication not case.status:acted") == "");
  CHECK(office.engagements("kind:case case.status:acted") == "dam");
  CHECK(office.partners("with.case.status:acted") == "hnd-mission");
  CHECK(values("case.status", "2026-al-dam", RecordKind::engagement) == "");
  CHECK(office.engagements("part_of.case.status:acted") == "2026-al-dam 2026-draft");
}

TEST_CASE("derived: the organisations of a State") {
  Office office;
  CHECK(office.partners("member:OAS") == "hnd-mission hrd-k7m2qx rio-committee town-hall");
  CHECK(office.partners("member:EU").starts_with("uni-x"));
  CHECK(office.partners("member:OSA").starts_with("rapport: 'OSA' is not an organisation code\n"));
}

TEST_CASE("fields: every one that is listed can be asked for") {
  Office office;
  for (const auto kind : {RecordKind::partner, RecordKind::engagement}) {
    const auto known = rapport::query::queryable_fields(kind);
    CHECK(known.size() > 60);
    for (const auto& field : known) {
      CAPTURE(field.name);
      CHECK(rapport::query::compile("has:" + field.name, kind, office.context()));
    }
  }
}

TEST_CASE("fields: each computed one is explained, and its example is a query that asks for it") {
  for (const auto& derived : rapport::query::all_derived()) {
    CAPTURE(derived.name);
    CHECK(derived->doc.ends_with('.'));
    CHECK((derived->is_of_partners || derived->is_of_engagements));
    const std::string name(derived.name);
    const std::string example(derived->example);
    const auto asks = [&](const std::string& form) { return example.find(form) != example.npos; };
    CHECK((asks(name + ':') || asks(name + '.') || asks("has:" + name)));
  }
}

TEST_CASE("fields: the example of each is a query") {
  Office office;
  for (const auto kind : {RecordKind::partner, RecordKind::engagement})
    for (const auto& field : rapport::query::queryable_fields(kind)) {
      CAPTURE(field.name);
      CHECK(!field.doc.empty());
      // An id in an example is of the example repository.
      if (field.is_computed && field.type->shape == rapport::value::Shape::ref) continue;
      const std::string example = rapport::query::example_of(field, office.records.codes());
      CAPTURE(example);
      CHECK(rapport::query::compile(example, kind, office.context()));
    }
}

}  // namespace query_column_test
