// Which terms speak of one item of a list, and which of any.
#include "query/bind.hpp"
#include "query_office.hpp"
#include "records.hpp"

namespace query_items_test {

using rapport::model::RecordKind;
using rapport::query::Mistake;
using rapport::tests::ids;
using rapport::tests::Records;

namespace {

constexpr std::string_view meeting = "kind: meeting\ntitle: T\nstatus: held\nstart: 2025-03-04\n";

/// Engagements with support: e1 a gift declined and lodging accepted, e2 a gift accepted, e3 a gift
/// unanswered and one accepted, e4 none, e5 lodging accepted.
class Support {
 public:
  Support() {
    records.partner("giver", "kind: ngo\nname: Giver\ncountry: HND\n");
    add("e1",
        "  - {from: giver, kind: gift, answer: declined, amount: 20, currency: CHF}\n"
        "  - {from: giver, kind: lodging, answer: accepted}\n");
    add("e2", "  - {from: giver, kind: gift, answer: accepted, amount: 300, currency: EUR}\n");
    add("e3",
        "  - {from: giver, kind: gift, answer: pending}\n  - {from: giver, kind: gift, answer: "
        "accepted}\n");
    add("e4", "");
    add("e5", "  - {from: giver, kind: lodging, answer: accepted}\n");
  }

  rapport::query::Context context() {
    return {records.data(), records.codes(), *rapport::value::Date::parse("2026-06-20"),
            records.office(), &records.library()};
  }

  std::string found(std::string_view query, RecordKind kind = RecordKind::engagement) {
    const auto compiled = rapport::query::compile(query, kind, context());
    if (!compiled) return rapport::tests::message(compiled.failure());
    return ids(rapport::query::list(*compiled, context()));
  }

  std::string each(std::string_view query, std::string_view list,
                   RecordKind kind = RecordKind::engagement) {
    const auto compiled = rapport::query::compile(query, kind, context());
    REQUIRE(compiled);
    const auto field = rapport::query::list_field(list, kind);
    if (const auto* mistake = std::get_if<Mistake>(&field)) return mistake->what;
    return ids(rapport::query::list_each(*compiled, std::get<rapport::query::FieldPath>(field),
                                         context()));
  }

  Records records;

 private:
  void add(std::string_view id, std::string_view support) {
    std::string text(meeting);
    if (!support.empty()) text += "support:\n" + std::string(support);
    records.engagement(id, text);
  }
};

void add_visit(Records& records) {
  for (const std::string_view id : {"case-a", "case-b"})
    records.engagement(id, "kind: case\ntitle: C\ncase: {status: received, where: [HND]}\n");
  records.partner("town", "kind: government\nname: Town\ncountry: HND\n");
  records.engagement("visit", R"(kind: visit
title: V
status: held
start: 2025-05-04
visit:
  nature: official
  programme:
    - {key: s1, at: 2025-05-04, with: [town], status: held, raise: [{case: case-a}]}
    - {key: s2, at: 2025-05-05, with: [town], status: refused, raise: [{case: case-b}]}
)");
}

}  // namespace

TEST_CASE("query items: terms on one list speak of one item") {
  Support office;
  CHECK(office.found("support.kind:gift support.answer:accepted") == "e2 e3");
  CHECK(office.found("support.kind:gift and (kind:meeting and support.answer:accepted)") ==
        "e2 e3");
  CHECK(office.found("support.answer:accepted support.amount:>100") == "e2");
  CHECK(office.found("support.kind:gift has:support.amount support.answer:declined") == "e1");
  CHECK(office.found("has:support.amount has:support.answer support.kind:gift") == "e1 e2");
}

TEST_CASE("query items: not speaks of that item beside a positive term, alone of no item") {
  Support office;
  CHECK(office.found("not support.kind:gift") == "e4 e5");
  CHECK(office.found("support.kind:gift not support.answer:accepted") == "e1 e3");
  CHECK(office.found("not support.answer:accepted support.kind:gift") == "e1 e3");
  CHECK(office.found("not support.kind:gift not support.answer:declined") == "e4 e5");
  // What an item does not have is not what is asked for.
  CHECK(office.found("support.kind:gift not support.amount:>100") == "e1 e3");
  CHECK(office.found("has:support not support.answer:accepted") == "e1 e3");
  CHECK(office.found("support.kind:gift not (support.answer:accepted support.amount:>100)") ==
        "e1 e3");
  CHECK(office.found("not (support.kind:gift support.answer:accepted)") == "e1 e4 e5");
  CHECK(office.found("not (support.kind:gift not support.answer:accepted)") == "e2 e4 e5");
}

TEST_CASE("query items: parentheses behind the list are an item of their own") {
  Support office;
  CHECK(office.found("support:(kind:gift) not support:(kind:gift answer:accepted)") == "e1");
  CHECK(office.found("support:(kind:gift) support:(answer:accepted)") == "e1 e2 e3");
  CHECK(office.found("support.kind:gift support:(answer:accepted)") == "e1 e2 e3");
  CHECK(office.found("(support.kind:gift) (support.answer:accepted)") == "e2 e3");
}

TEST_CASE("query items: or joins where all of it is on the list") {
  Support office;
  CHECK(office.found("support.kind:gift (support.answer:declined or support.answer:returned)") ==
        "e1");
  CHECK(office.found("(support.answer:declined or not has:support.amount) support.kind:gift") ==
        "e1 e3");
  CHECK(office.found("support.answer:declined or not support.kind:gift") == "e1 e4 e5");
  // A branch of its own: some support was accepted, or it is of no interest.
  CHECK(office.found("support.kind:gift (support.answer:accepted or kind:visit)") == "e1 e2 e3");
  CHECK(office.found("support.kind:lodging support.answer:declined or kind:visit") == "");
}

TEST_CASE("query items: lists of plain values never bind") {
  Support office;
  office.records.engagement("both",
                            "kind: meeting\ntitle: T\nthemes: [land-rights, environment]\n");
  office.records.engagement("one", "kind: meeting\ntitle: T\nthemes: [land-rights]\n");
  CHECK(office.found("theme:land-rights theme:environment") == "both");
  CHECK(office.found("theme:land-rights not theme:environment") == "one");
}

TEST_CASE("query items: a list in a list binds from the outside in") {
  Support office;
  add_visit(office.records);
  const auto asked = [&office](std::string_view query) { return office.found(query); };
  CHECK(asked("visit.programme.status:refused visit.programme.raise.case:case-a") == "");
  CHECK(asked("visit.programme.status:refused visit.programme.raise.case:case-b") == "visit");
  CHECK(asked("visit.programme.status:refused visit.programme.raise:(case:case-a)") == "");
  CHECK(asked("visit.programme.status:held not visit.programme.raise.case:case-a") == "");
  CHECK(asked("visit.programme.status:refused not visit.programme.raise.case:case-a") == "visit");
  CHECK(asked("visit:(programme.status:refused programme.raise.case:case-a)") == "");
  CHECK(asked("visit.programme.raise:(case:case-a) visit.programme.raise:(case:case-b)") == "");
  CHECK(asked("visit.programme:(raise.case:case-a) visit.programme:(raise.case:case-b)") ==
        "visit");
}

TEST_CASE("query items: each item that stands for its list") {
  Support office;
  add_visit(office.records);
  CHECK(office.each("support.kind:gift not support.answer:accepted", "support") == "e1 e3");
  CHECK(office.each("support.kind:gift", "support") == "e1 e2 e3 e3");
  CHECK(office.each("not support.kind:gift", "support") == "e1 e5");
  CHECK(office.each("support:(kind:gift) support:(answer:accepted)", "support") == "e2 e3");
  CHECK(office.each("visit.programme.status:refused", "visit.programme.raise") == "visit");
  CHECK(office.each("kind:visit", "visit.programme.status") == "visit visit");
}

TEST_CASE("query items: two values of one field of an item are meant of two items") {
  Support office;
  CHECK(office.found("support.kind:gift support.kind:lodging") ==
        "rapport: one item of 'support' has one 'kind'\n"
        "  support.kind:gift support.kind:lodging\n"
        "                    ^~~~~~~~~~~~\n"
        "hint: for two items write support:(kind:gift) support:(kind:lodging), for either "
        "support.kind:gift,lodging");
  CHECK(office.found("support:(kind:gift) support:(kind:lodging)") == "e1");
  CHECK(office.found("support.kind:gift,lodging") == "e1 e2 e3 e5");
  CHECK(office.found("support:(kind:gift kind:lodging)").find("for two items write") !=
        std::string::npos);
  CHECK(office.found("support.kind:gift not support.kind:lodging") == "e1 e2 e3");
  CHECK(office.found("with.kind:ngo with.kind:academic").find("with:(kind:ngo)") !=
        std::string::npos);
}

TEST_CASE("query items: terms that no record can satisfy are a mistake") {
  Support office;
  const auto partners = [&office](std::string_view query) {
    return office.found(query, RecordKind::partner);
  };
  CHECK(partners("kind:ngo country:HND kind:academic") ==
        "rapport: 'kind' has one value, which cannot be both\n"
        "  kind:ngo country:HND kind:academic\n"
        "                       ^~~~\n"
        "hint: for either write kind:ngo,academic");
  CHECK(office.found("start:2015 start:2016").find("cannot be both") != std::string::npos);
  CHECK(office.found("when:2015 when:2016") == "");
  CHECK(office.found("start:>=2025 start:<2026") == "e1 e2 e3 e4 e5");
  CHECK(partners("kind:ngo,academic kind:ngo") == "giver");
  CHECK(partners("kind:training") ==
        "rapport: 'training' is not a value of 'kind'\n"
        "  kind:training\n"
        "       ^~~~~~~~\n"
        "hint: engagements have it: write with.kind:training");
}

}  // namespace query_items_test
