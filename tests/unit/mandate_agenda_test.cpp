// What is planned for the days ahead, what of it is left out, and whose it is.
#include "mandate/questions/agenda.hpp"
#include "records.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

namespace mandate_agenda_test {

using namespace rapport;
using tests::Records;
using Lines = std::vector<std::string>;

namespace {

value::Date day(std::string_view text) { return value::Date::parse(text).value(); }

/// "2026-06-22 engagement of m, 0".
Lines agenda(Records& records) {
  Lines lines;
  const mandate::questions::AgendaTerms terms{day("2026-06-27"), day("2026-01-01")};
  for (const auto& each : mandate::questions::agenda(records.data(), terms, day("2026-06-20")))
    lines.push_back(fmt::format("{} {} of {}, {}", each.on.str(), value::word(each.what),
                                records.data().head(each.record.index).id(),
                                each.count == 0 ? each.item : each.count));
  return lines;
}

Lines agenda_of(std::string_view text) {
  Records records;
  records.engagement("m", text);
  return agenda(records);
}

Lines records_of(Records& records, std::size_t staff) {
  Lines ids;
  for (const auto id :
       mandate::questions::records_of_staff(records.data(), *records.office(), staff))
    ids.emplace_back(records.data().head(id.index).id());
  return ids;
}

}  // namespace

TEST_CASE("agenda: what was held, cancelled or postponed is not planned") {
  for (const auto* status : {"held", "cancelled", "postponed"})
    CHECK(agenda_of(fmt::format("kind: meeting\ntitle: M\nstatus: {}\nstart: 2026-06-22\n", status))
              .empty());
  for (const auto* status : {"requested", "planned", "confirmed"})
    CHECK(agenda_of(fmt::format("kind: meeting\ntitle: M\nstatus: {}\nstart: 2026-06-22\n",
                                status)) == Lines{"2026-06-22 engagement of m, 0"});
}

TEST_CASE("agenda: the week has both its ends, and what goes on is in it") {
  const auto start = [](std::string_view dates) {
    return agenda_of(fmt::format("kind: meeting\ntitle: M\n{}\n", dates)).size();
  };
  CHECK(start("start: 2026-06-20") == 1);
  CHECK(start("start: 2026-06-27T09:00+02:00") == 1);
  CHECK(start("start: 2026-06-19") == 0);
  CHECK(start("start: 2026-06-28") == 0);
  CHECK(start("start: 2026-06-01\nend: 2026-06-20") == 1);
  CHECK(start("start: 2026-06-01\nend: 2026-06-19") == 0);
  CHECK(start("start: 2026-06") == 1);
  CHECK(start("start: 2026") == 0);
  CHECK(start("start: unknown") == 0);
}

TEST_CASE("agenda: a programme is one line a day, of the meetings that are still to be") {
  CHECK(agenda_of("kind: visit\ntitle: V\nstart: 2026-07-01\nvisit:\n  nature: official\n"
                  "  programme:\n"
                  "    - {key: a, at: 2026-06-22T09:00+02:00}\n"
                  "    - {key: b, at: 2026-06-22T11:00+02:00, status: confirmed}\n"
                  "    - {key: c, at: 2026-06-22T12:00+02:00, status: refused}\n"
                  "    - {key: d, at: 2026-06-22T13:00+02:00, status: held}\n"
                  "    - {key: e, at: 2026-06-23}\n") ==
        Lines{"2026-06-22 programme of m, 2", "2026-06-23 programme of m, 1"});
}

TEST_CASE("agenda: steps that are dated ahead, and statements when they are public") {
  CHECK(agenda_of("kind: case\ntitle: C\ncase:\n  status: acted\n  steps:\n"
                  "    - {on: 2026-06-01, step: received}\n"
                  "    - {on: 2026-06-25, step: hearing}\n") ==
        Lines{"2026-06-25 case-step of m, 1"});
  CHECK(agenda_of("kind: statement\ntitle: S\nstart: 2026-06-21\nstatement:\n"
                  "  kind: press-release\n  embargo_until: 2026-06-24\n") ==
        Lines{"2026-06-24 statement of m, 0"});
}

TEST_CASE("agenda: goals to review, also late ones, and needs that are old") {
  CHECK(agenda_of("kind: meeting\ntitle: M\nstatus: held\nstart: 2025-06-22\ngoals:\n"
                  "  - {key: a, text: A, next_review: 2026-05}\n"
                  "  - {key: b, text: B, next_review: 2026-06-24, status: ongoing}\n"
                  "  - {key: c, text: C, next_review: 2026-06-24, status: met}\n"
                  "  - {key: d, text: D, next_review: 2026-09}\n"
                  "  - {key: e, text: E, next_review: 2026-05, reviews: [{on: 2026-06-02}]}\n"
                  "  - {key: f, text: F, next_review: 2026-04, reviews: [{on: 2026-03-02}]}\n"
                  "needs:\n"
                  "  - {key: n1, text: N}\n"
                  "  - {key: n2, text: N, status: answered}\n"
                  "  - {key: n3, text: N, status: open}\n") ==
        Lines{"2025-06-22 need of m, 0", "2025-06-22 need of m, 2", "2026-04 goal of m, 5",
              "2026-05 goal of m, 0", "2026-06-24 goal of m, 1"});
  CHECK(agenda_of("kind: meeting\ntitle: M\nstatus: held\nstart: 2026-01-01\n"
                  "needs: [{key: n1, text: N}]\n")
            .empty());
}

TEST_CASE("agenda: records of a member of staff, with the partners in them") {
  Records records;
  records.office(
      "repository: 7537c0f3-fa25-44e8-91a2-71bdac6ac37e\nmandate: sr-human-rights-defenders\nname: "
      "O\nstaff:\n"
      "  - {key: old, name: Old, role: holder, since: 2014, until: 2020}\n"
      "  - {key: new, name: New, role: holder, since: 2021}\n"
      "  - {key: officer, name: Officer, role: officer}\n");
  records.partner("ngo", "kind: ngo\nname: N\ncountry: CHE\n");
  records.engagement("m1",
                     "kind: meeting\ntitle: M\nstart: 2019-01-01\ndelegation: [{who: holder}]\n");
  records.engagement("m2",
                     "kind: meeting\ntitle: M\nstart: 2022-01-01\n"
                     "delegation: [{who: holder}, {who: officer}]\n"
                     "partners: [{partner: ngo}]\n");
  records.engagement("c",
                     "kind: case\ntitle: C\ncase:\n  status: acted\n  steps:\n"
                     "    - {on: 2024-01-01, step: read, by: officer}\n");
  records.engagement("m3", "kind: meeting\ntitle: M\npart_of: c\n");
  CHECK(records_of(records, 0) == Lines{"m1"});
  CHECK(records_of(records, 1) == Lines{"ngo", "m2"});
  CHECK(records_of(records, 2) == Lines{"ngo", "c", "m2", "m3"});
}

}  // namespace mandate_agenda_test
