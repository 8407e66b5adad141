// What the derived fields say of themselves, and what they answer beside a record's own fields.
#include "base/text.hpp"
#include "query/derived.hpp"
#include "query_office.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace query_derived_test {

using rapport::tests::Office;
namespace model = rapport::model;
namespace query = rapport::query;
namespace value = rapport::value;

namespace {

const value::Type& item(const value::Type& type) {
  return type.shape == value::Shape::list ? item(*type.element) : type;
}

/// The row of a dotted name with those on the way; none where there is no such row.
std::vector<const value::Field*> rows_of(std::string_view name, model::RecordKind kind) {
  std::vector<const value::Field*> way;
  const value::Type* block = &query::record_type(kind);
  for (const std::string_view part : rapport::base::split(name, '.')) {
    if (block->shape != value::Shape::block) return {};
    const auto rows = block->rows().rows;
    const auto found = std::ranges::find(rows, part, &value::Field::name);
    if (found == rows.end()) return {};
    way.push_back(&*found);
    block = &item(*found->type);
  }
  return way;
}

/// In the records it may read, of partners and of engagements.
std::vector<const value::Field*> rows_read(const query::Derived& derived, std::string_view name) {
  std::vector<const value::Field*> found;
  for (const auto kind : {model::RecordKind::partner, model::RecordKind::engagement}) {
    const bool reads =
        derived.is_of(kind) || (kind == model::RecordKind::engagement && derived.asks_engagements);
    const auto way = reads ? rows_of(name, kind) : std::vector<const value::Field*>{};
    found.insert(found.end(), way.begin(), way.end());
  }
  return found;
}

}  // namespace

// A word that is misspelt, or that a row was renamed away from, would hide a value that could not
// be decoded from whoever asks by the field.
TEST_CASE("query: what a derived field rests on is rows that exist") {
  for (const auto& derived : query::all_derived())
    for (const auto rows : {derived->rests_on, derived->rests_on_for_office})
      for (const std::string_view name : rows) {
        CAPTURE(derived.name);
        CAPTURE(name);
        CHECK((name == "id" || !rows_read(*derived.spec, name).empty()));
      }
}

TEST_CASE("query: a derived field that does not say what it rests on is for the office alone") {
  query::Derived forgotten = *query::find_derived("group", model::RecordKind::partner);
  CHECK(forgotten.disclosure() == value::Reveals::open);
  const value::Field& status = *rows_of("case.status", model::RecordKind::engagement).back();
  CHECK(!forgotten.rests_on_row(status));
  forgotten.rests_on = {};
  CHECK(forgotten.disclosure() == value::Reveals::source);
  CHECK(forgotten.rests_on_row(status));
}

TEST_CASE("query: a derived field rests on all that is inside a block it reads") {
  const query::Derived& engaged = *query::find_derived("engaged", model::RecordKind::partner);
  const auto rests_on = [&engaged](std::string_view name) {
    return engaged.rests_on_row(*rows_of(name, model::RecordKind::engagement).back());
  };
  CHECK(rests_on("case.co_signatories.mandate"));
  CHECK(rests_on("case"));
  CHECK(rests_on("visit.programme.status"));
  CHECK(!rests_on("case.facts"));
  CHECK(!rests_on("visit.objectives"));
}

// That a case is over tells no more than that nothing is waited for, and that a letter has no
// alleged victims no more than that it is on a law.
TEST_CASE("query: a derived field obeys the protection of each row it rests on") {
  const std::set<std::pair<std::string_view, std::string_view>> tells_less = {
      {"reply", "part_of"},
      {"reply", "case.status"},
      {"status", "case.status"},
      {"becomes_public", "communication.alleged_victims"}};
  for (const auto& derived : query::all_derived())
    for (const std::string_view name : derived->rests_on)
      for (const value::Field* row : rows_read(*derived.spec, name)) {
        if (tells_less.contains({derived.name, name})) continue;
        CAPTURE(derived.name);
        CAPTURE(name);
        CHECK(derived->disclosure() >= value::Reveals{row->meta.reveals});
      }
}

TEST_CASE("query: a letter that names no State belongs where its addressee does, for the office") {
  Office office;
  CHECK(office.engagements("member:OAS kind:communication") == "2026-al-dam? 2026-draft");
  CHECK(office.engagements("country:HND kind:communication") == "2026-al-dam 2026-draft");
  office.is_for_office = false;
  CHECK(office.engagements("member:OAS kind:communication") == "");
  CHECK(office.engagements("country:HND kind:communication") == "");
  CHECK(office.engagements("member:OAS kind:consultation") == "2024-11-consultation?");
}

TEST_CASE("query: membership is that of the day a letter was sent, or of what took place once") {
  Office office;
  office.records.partner("hrv-mission",
                         "kind: permanent-mission\nname: Permanent Mission\ncountry: HRV\n");
  for (const std::string_view sent : {"2012-05-05", "2013", "2013-07-01", "unknown"})
    office.records.engagement(
        fmt::format("al-{}", sent),
        fmt::format("kind: communication\ntitle: Letter\ncountry: HRV\ncommunication: {{type: AL, "
                    "addressee: hrv-mission, sent: {}}}\n",
                    sent));
  for (const int year : {2011, 2012, 2014})
    office.records.engagement(
        fmt::format("once-{}", year),
        fmt::format("kind: meeting\ntitle: Once\ncountry: HRV\nbetween: [{}-02, {}-08]\n", year,
                    year + 1));
  CHECK(office.engagements("member:EU country:HRV") ==
        "al-2013? al-2013-07-01 al-unknown? once-2012? once-2014");
}

// Written down a second time: to be in an answer tells the value, and a field that is computed from
// who told us, or from who somebody is, tells that.
TEST_CASE("query: a derived field is never more open than what it rests on") {
  using enum value::Reveals;
  const std::map<std::string_view, value::Reveals> stated = {
      {"addressee", link},  // refers to a partner
      {"agreed", content},    {"becomes_public", open},
      {"case", source},                              // who is named there may be a source
      {"check_in_due", link}, {"circle", identity},  // of women defenders: the gender
      {"country", open},  // that of the addressee is read for the office alone
      {"due", link},          {"due_for", link},
      {"engaged", source},  // who told us something was engaged
      {"group", open},        {"id", open},
      {"joint", open},        {"last_met", link},
      {"letters", link},      {"member", open},
      {"met", link},          {"names", source},
      {"reachable", source},  {"reply", open},
      {"reply_days", open},   {"sent", open},
      {"signed", open},       {"status", open},
      {"un_status", open},    {"when", open},
      {"with", link},  // who only told us is among them for the office alone
  };
  CHECK(stated.size() == query::all_derived().size());
  for (const auto& derived : query::all_derived()) {
    CAPTURE(derived.name);
    REQUIRE(stated.contains(derived.name));
    CHECK(value::Reveals{derived->reveals} == stated.at(derived.name));
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

TEST_CASE("query: who was engaged in a year, and not only last") {
  Office office;
  office.records.engagement("2025-meeting", R"(kind: meeting
title: Later
status: held
start: 2025-03-04
partners: [{partner: achpr-sr, status: attended}]
)");
  CHECK(office.partners("engaged:2015") == "achpr-sr uni-x?");
  CHECK(office.partners("engaged:2025") == "achpr-sr");
  CHECK(office.partners("engaged:<2025 kind:regional-mechanism") == "");
  CHECK(office.partners("engaged:<2026 kind:regional-mechanism") == "achpr-sr");
  CHECK(office.partners("engaged:2015,2025") == "achpr-sr uni-x?");
  CHECK(office.partners("engaged:2014..2016") == "achpr-sr uni-x");
  CHECK(office.partners("not engaged:2015 kind:regional-mechanism") == "");
}

TEST_CASE("query: met is who was there, with is who takes or took part") {
  Office office;
  office.records.engagement("2025-call", R"(kind: phone-call
title: Call
status: held
start: 2025-03-04
partners: [{partner: town-hall, status: attended}]
)");
  office.records.engagement("2025-visit", R"(kind: visit
title: Visit that goes on
status: confirmed
start: 2026-06-15
end: 2026-06-25
visit:
  nature: official
  programme:
    - {key: s1, at: 2026-06-16, with: [town-hall], status: held}
    - {key: s2, at: 2026-06-17, with: [hnd-mission], status: refused}
    - {key: s3, at: 2026-06-24, with: [uni-x], status: confirmed}
)");
  office.records.engagement("undated", R"(kind: meeting
title: Nobody knows when
status: held
partners: [{partner: hnd-mission, status: represented}]
)");
  CHECK(office.engagements("met:town-hall") == "2025-visit");
  CHECK(office.engagements("with:town-hall") == "2025-call 2025-visit 2027-visit");
  CHECK(office.engagements("met:uni-x") == "2015-side-event? 2016-once?");
  CHECK(office.engagements("met:hnd-mission") == "undated");
  CHECK(office.engagements("with:hnd-mission") == "2026-al-dam 2026-draft undated");
  CHECK(office.partners("met:2025-visit") == "town-hall");
  CHECK(office.partners("with:2025-visit") == "town-hall uni-x");
  CHECK(office.partners("met:2026") == "hnd-mission? town-hall");
  CHECK(office.partners("met:<2025") == "achpr-sr hnd-mission? hrd-k7m2qx? rio-committee uni-x?");
  CHECK(office.partners("last_met:2024 group:civil-society") == "rio-committee");
  CHECK(office.partners("not has:last_met") == "hrd-k7m2qx? uni-x?");
  CHECK(office.partners("not has:met") == "hrd-k7m2qx? uni-x?");
}

TEST_CASE("query: names are victims, perpetrators and sources, who take no part by that") {
  Office office;
  office.records.engagement("told", R"(kind: meeting
title: Told
status: held
start: 2025-03-04
partners: [{partner: town-hall, role: alleged-perpetrator}, {partner: uni-x, role: source}]
experiences: [{from: rio-committee, text: Threats}]
)");
  CHECK(office.engagements("names:hrd-k7m2qx") == "2026-draft dam");
  CHECK(office.engagements("with:hrd-k7m2qx") == "2024-11-consultation?");
  CHECK(office.engagements("names:town-hall,uni-x,rio-committee") == "told");
  CHECK(office.engagements("with:rio-committee") == "2024-11-consultation");
  CHECK(office.partners("names:told") == "rio-committee town-hall uni-x");
  office.is_for_office = false;
  CHECK(office.engagements("names:hrd-k7m2qx") == "");
}

TEST_CASE("query: the letters of a case and to a partner") {
  Office office;
  CHECK(office.engagements("has:letters") == "dam");
  CHECK(office.engagements("letters:2026-draft") == "dam");
  CHECK(office.partners("letters:2026-al-dam") == "hnd-mission");
  CHECK(office.partners("letters.communication.sent:2026") == "hnd-mission");
}

TEST_CASE("query: agreed is what all acts of consent together give today") {
  Office office;
  office.records.partner("hrd-abcde2", R"(kind: defender
name: Bruno
consent:
  - {key: a1, on: 2025-01-01, act: given, for: [contact, share-contact], to: [ohchr, un], until: 2026-08}
  - {key: a2, on: 2025-02-01, act: given, for: [letter], to: [state], states: [HND], case: dam}
  - {key: a3, on: 2026-01-01, act: narrowed, for: [share-contact], to: [ohchr]}
)");
  office.records.partner("hrd-abcde3", R"(kind: defender
name: Carla
consent:
  - {key: a1, on: 2025-01-01, act: given, for: [share-contact], to: [ohchr]}
  - {key: a2, on: 2025-02-01, act: withdrawn}
)");
  CHECK(office.partners("consent.for:share-contact consent.to:ohchr") == "hrd-abcde2 hrd-abcde3");
  CHECK(office.partners("agreed:(for:share-contact to:ohchr)") == "hrd-abcde2");
  CHECK(office.partners("agreed:(for:contact to:ohchr)") == "");
  CHECK(office.partners("agreed:(for:share-contact to:un)") == "");
  CHECK(office.partners("agreed:(for:share-contact until:2026)") == "hrd-abcde2");
  CHECK(office.partners("agreed:(for:share-contact until:2026-07)") == "");
  CHECK(office.partners("has:agreed") == "hrd-abcde2");
  CHECK(office.partners("agreed:ohchr").find("agreed.for, agreed.to, agreed.until") !=
        std::string::npos);
}

TEST_CASE("query: members of the United Nations") {
  Office office;
  CHECK(office.partners("kind:permanent-mission un_status:member") == "hnd-mission");
  CHECK(office.partners("un_status:observer,none") == "");
}

TEST_CASE("query: the next deadline of a record, and a check-in that is late") {
  Office office;
  CHECK(office.partners("due:<today due_for:check-in") == "hrd-k7m2qx");
  CHECK(office.partners("check_in_due:2026-04-19") == "hrd-k7m2qx");
  CHECK(office.engagements("due_for:reply") == "2026-al-dam");
  CHECK(office.engagements("due:2026-05-09") == "2026-al-dam");
  CHECK(office.engagements("becomes_public:2026-05") == "2026-al-dam");
}

}  // namespace query_derived_test
