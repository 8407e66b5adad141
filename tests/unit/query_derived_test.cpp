// What the derived fields say of themselves, and what they answer beside a record's own fields.
#include "query/derived.hpp"
#include "query_office.hpp"

#include <fmt/format.h>

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
  for (const value::Field& row : type.rows().rows) {
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
  for (const auto& derived : query::all_derived())
    for (const std::string_view name : derived->rests_on) {
      CAPTURE(derived.name);
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
  for (const auto& derived : query::all_derived()) {
    CAPTURE(derived.name);
    REQUIRE(stated.contains(derived.name));
    CHECK(derived->reveals == stated.at(derived.name));
  }
}

namespace {

/// The ids that answer for somebody who is not the office.
std::string answer(rapport::tests::Records& records, std::string_view query, bool reads_withheld) {
  query::Context context{.data = records.data(),
                         .codes = records.codes(),
                         .today = *value::Date::parse("2026-06-20"),
                         .library = &records.library(),
                         .is_for_office = false,
                         .reads_withheld_replies = reads_withheld};
  context.released_text = [](const value::Text& text, const model::RecordHeader& head) {
    const std::string said = text.str();
    const auto mark = said.find("<hrd-abcde2>");
    if (mark == said.npos) return said;
    return said.substr(0, mark) + "somebody in " + std::string(head.id());
  };
  const auto compiled = query::compile(query, model::RecordKind::engagement, context);
  REQUIRE(compiled);
  return rapport::tests::ids(query::list(*compiled, context));
}

}  // namespace

TEST_CASE("query: a reply that was withheld is not found by the state of its letter") {
  rapport::tests::Records records;
  records.partner("mfa", "kind: government\nname: Ministry\ncountry: HND\n");
  records.engagement("letter", R"(kind: communication
title: Letter
communication:
  type: AL
  addressee: mfa
  sent: 2026-02-20
  replies:
    - {key: r1, received: 2026-03-01, from: mfa, nature: acknowledgement}
    - {key: r2, received: 2026-05-01, from: mfa, nature: substantive, withheld: yes}
)");
  for (const std::string_view query : {"status:replied", "reply:substantive", "reply:withheld",
                                       "reply:late", "not reply:overdue"}) {
    CAPTURE(query);
    CHECK(answer(records, query, true) == "letter");
    CHECK(answer(records, query, false) == "");
  }
  CHECK(answer(records, "status:sent reply:acknowledgement reply:overdue", false) == "letter");
}

TEST_CASE("query: no reply is overdue whose case is closed or was not taken") {
  for (const std::string_view status : {"acted", "closed", "not-taken"}) {
    CAPTURE(status);
    rapport::tests::Records records;
    records.partner("mfa", "kind: government\nname: Ministry\ncountry: HND\n");
    records.engagement("dam",
                       fmt::format("kind: case\ntitle: Dam\ncase: {{status: {}}}\n", status));
    records.engagement("letter", R"(kind: communication
title: Letter
part_of: dam
communication: {type: AL, addressee: mfa, sent: 2026-01-20}
)");
    const bool is_open = status == "acted";
    CHECK(answer(records, "reply:overdue", true) == (is_open ? "letter" : ""));
    CHECK(answer(records, "reply:none", true) == "letter");
  }
}

TEST_CASE("query: a text is compared as it is read, people named as they may be") {
  rapport::tests::Records records;
  records.partner("hrd-abcde2", "kind: defender\nname: Ana Ejemplo\n");
  records.engagement("meeting", R"(kind: meeting
title: "Talk with <hrd-abcde2>"
documents:
  - {title: "Note of <hrd-abcde2>", symbol: "A/1"}
)");
  CHECK(answer(records, "title:~hrd-abcde2", true) == "");
  CHECK(answer(records, "title:~\"with somebody in meeting\"", true) == "meeting");
  CHECK(answer(records, "documents:(title:~hrd-abcde2)", true) == "");
  CHECK(answer(records, "documents:(title:~\"somebody in meeting\" symbol:A/1)", true) ==
        "meeting");
}

TEST_CASE("query: start of a letter is the day it was sent") {
  Office office;
  CHECK(office.engagements("start:2026 kind:communication") == "2026-al-dam");
  CHECK(office.engagements("start:<2026 kind:communication") == "");
  CHECK(office.engagements("has:start kind:communication") == "2026-al-dam");
  CHECK(office.engagements("end:2026-03-10") == "2026-al-dam");
  CHECK(office.engagements("has:between kind:communication") == "");
}

}  // namespace query_derived_test
