// What is due of all records, and what no longer is.
#include "mandate/questions/deadlines.hpp"
#include "records.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace mandate_deadlines_test {

using namespace rapport;
using tests::Records;

namespace {

constexpr std::string_view today = "2026-06-20";

value::Date day(std::string_view text) { return value::Date::parse(text).value(); }

/// "2026-06-09 reply of al-1, overdue".
std::vector<std::string> due(Records& records, std::string_view until = {}) {
  mandate::questions::DeadlineTerms terms;
  if (!until.empty()) terms.until = day(until);
  std::vector<std::string> lines;
  for (const auto& each :
       mandate::questions::deadlines(records.data(), terms, records.codes(), day(today)))
    lines.push_back(fmt::format("{} {} of {}{}", each.on.str(), value::word(each.what),
                                records.data().head(each.record.index).id(),
                                each.overdue ? ", overdue" : ""));
  return lines;
}

using Lines = std::vector<std::string>;

std::string letter(std::string_view more) {
  return fmt::format(
      "kind: communication\ntitle: Letter\npart_of: dam\n"
      "communication:\n  type: AL\n  addressee: xxa-mfa\n{}",
      more);
}

/// The day on which a consent of the partner ends, as far as it is due.
Lines consent(std::string_view acts) {
  Records records;
  records.partner("hrd-abcde2", fmt::format("kind: defender\nname: Ana\nconsent:\n{}", acts));
  return due(records);
}

}  // namespace

TEST_CASE("deadlines: a letter waits for its reply, and becomes public") {
  Records records;
  records.engagement("al-1", letter("  sent: 2026-04-10\n"));
  records.engagement("al-2", letter("  sent: 2026-06-01\n  replies:\n    - {key: r1, received: "
                                    "2026-06-10, nature: acknowledgement}\n"));
  records.engagement("al-3", letter("  sent: 2026-06-01\n  publication: {on: 2026-06-15}\n"
                                    "  replies:\n    - {key: r1, received: 2026-06-10, nature: "
                                    "substantive}\n"));
  records.engagement("al-4", letter(""));
  records.engagement("dam", "kind: case\ntitle: Dam\ncase: {status: acted}\n");
  CHECK(due(records) == Lines{"2026-06-09 reply of al-1, overdue", "2026-07-31 reply of al-2",
                              "2026-07-31 publicity of al-2"});
  CHECK(due(records, "2026-06") == Lines{"2026-06-09 reply of al-1, overdue"});
}

TEST_CASE("deadlines: no reply or signature of a closed case is waited for") {
  Records records;
  records.engagement("al-1", letter("  sent: 2026-04-10\n"));
  records.engagement("dam",
                     "kind: case\ntitle: Dam\ncase:\n  status: closed\n  co_signatories:\n"
                     "    - {mandate: sr-environment, asked: 2026-06-01, status: asked}\n");
  CHECK(due(records).empty());
}

TEST_CASE(
    "deadlines: what was sent becomes public though its case is closed, and a promise is kept") {
  Records records;
  records.partner("xxa-mfa", "kind: government\nname: Ministry\ncountry: HND\n");
  records.engagement("al-1", letter("  sent: 2026-06-01\n"));
  records.engagement("dam",
                     "kind: case\ntitle: Dam\ncase: {status: not-taken}\ncommitments:\n"
                     "  - {key: c1, by: office, to: xxa-mfa, what: Report back, due: 2026-06-30}\n"
                     "  - {key: c2, by: xxa-mfa, to: office, what: Answer, due: 2026-06-30}\n");
  CHECK(due(records) == Lines{"2026-06-30 commitment of dam", "2026-07-31 publicity of al-1"});
}

TEST_CASE(
    "deadlines: publication follows the subject, the office's term and the record's own day") {
  const auto public_on = [](std::string_view type, std::string_view head, std::string_view more) {
    Records records;
    records.engagement("al-1", fmt::format("kind: communication\ntitle: Letter\n{}"
                                           "communication:\n  type: {}\n  addressee: xxa-mfa\n"
                                           "  sent: 2026-06-19\n{}",
                                           head, type, more));
    for (const std::string& line : due(records))
      if (line.ends_with("publicity of al-1")) return line.substr(0, line.find(' '));
    return std::string("never");
  };
  constexpr std::string_view on_bill = "themes: [restrictive-legislation]\n";
  CHECK(public_on("OL", "", "") == "2026-06-21");
  CHECK(public_on("AL", on_bill, "") == "2026-06-21");
  CHECK(public_on("UA", on_bill, "") == "2026-06-21");
  CHECK(public_on("AL", "", "  legislation: yes\n") == "2026-06-21");
  CHECK(public_on("AL", "", "") == "2026-08-18");
  CHECK(public_on("AL", on_bill, "  alleged_victims:\n    - {key: v1, text: a member}\n") ==
        "2026-08-18");
  CHECK(public_on("OL", "", "  legislation: no\n") == "2026-08-18");
  CHECK(public_on("AL", "", "  reply_due: 2026-10-18\n") == "2026-08-18");
  CHECK(public_on("OL", "", "  publication: {due: 2026-07-12}\n") == "2026-07-12");
  CHECK(public_on("OL", "", "  publication: {due: unknown}\n") == "2026-06-21");
}

TEST_CASE("deadlines: a reply closes the clock of every letter that it covers") {
  Records records;
  const auto to = [](std::string_view who, std::string_view more) {
    return fmt::format(
        "kind: communication\ntitle: Letter\ncommunication:\n  type: AL\n  addressee: {}\n"
        "  sent: 2026-04-10\n  publication: {{on: 2026-06-15}}\n{}",
        who, more);
  };
  records.engagement("al-bank", to("bank", ""));
  records.engagement("al-parent", to("parent",
                                     "  replies:\n    - {key: r1, received: 2026-05-01, nature: "
                                     "acknowledgement, covers: [al-bank]}\n"
                                     "    - {key: r2, received: 2026-06-01, nature: substantive, "
                                     "covers: [al-parent, al-subsidiary]}\n"));
  records.engagement("al-subsidiary", to("subsidiary", ""));
  CHECK(due(records) == Lines{"2026-06-09 reply of al-bank, overdue"});
  const auto state = mandate::reply_state(
      records.data(), *records.data().engagement("al-subsidiary"), {}, day("2026-06-02"));
  CHECK(state.level == mandate::ReplyLevel::substantive);
  CHECK(state.best.on.str() == "2026-06-01");
  CHECK(mandate::replies_to(records.data(), *records.data().engagement("al-parent")).size() == 2);
}

TEST_CASE("deadlines: a mandate that was asked answers in time, once for a case and its draft") {
  Records records;
  records.engagement("al-1", letter(""));
  records.engagement(
      "dam",
      "kind: case\ntitle: Dam\ncase:\n  status: decided\n  co_signatories:\n"
      "    - {mandate: sr-environment, asked: 2026-06-12, status: asked}\n"
      "    - {mandate: wg-business, asked: 2026-06-12, answer_by: 2026-06-30, status: asked}\n"
      "    - {mandate: sr-torture, asked: 2026-06-12, answered: 2026-06-13, status: agreed}\n");
  CHECK(due(records) ==
        Lines{"2026-06-19 signature of dam, overdue", "2026-06-30 signature of dam"});
}

TEST_CASE("deadlines: consent ends on the last day it surely holds, unless a later act says more") {
  const std::string given =
      "  - {key: a1, on: 2026-01-10, act: given, for: [contact, share-contact], to: [state, un], "
      "until: 2026-08}\n";
  CHECK(consent(given) == Lines{"2026-08-01 consent of hrd-abcde2"});
  const auto then = [&](std::string_view act, std::string_view on = "2026-05-01") {
    return consent(fmt::format("{}  - {{key: a2, on: {}, {}}}\n", given, on, act));
  };
  CHECK(then("act: withdrawn").empty());
  CHECK(then("act: refused, for: [contact, share-contact, press]").empty());
  CHECK(then("act: refused, for: [share-contact]").size() == 1);
  CHECK(then("act: renewed, for: [contact, share-contact], to: [state, un], until: 2027-01-01") ==
        Lines{"2027-01-01 consent of hrd-abcde2"});
  CHECK(then("act: given, for: [contact, share-contact], to: [state, un]").empty());
  CHECK(then("act: given, for: [contact], to: [state], until: 2027-01-01").size() == 2);
  // What is left of it after the later act, for anybody it was given to: as the gate reads it, who
  // takes anything back takes back all.
  CHECK(then("act: withdrawn, for: [share-contact]").empty());
  CHECK(then("act: refused, for: [contact, share-contact], to: [un]").size() == 1);
  CHECK(then("act: narrowed, to: [un], until: 2026-07-01") ==
        Lines{"2026-07-01 consent of hrd-abcde2"});
  CHECK(then("act: narrowed, states: [HND]").size() == 1);
  CHECK(then("act: narrowed, name_as: none").size() == 1);
  // One that was said before it takes nothing back, wherever it is written.
  CHECK(then("act: withdrawn", "2025-05-01").size() == 1);
}

TEST_CASE("deadlines: a consent that opens nothing today does not end") {
  CHECK(consent("  - {key: a1, on: 2026-01-10, act: given, for: [contact], to: [state], until: "
                "2026-06-01}\n")
            .empty());
  const auto letter = [](std::string_view more) {
    return consent(
        fmt::format("  - {{key: a1, on: 2026-01-10, act: given, for: [letter], to: [state], until: "
                    "2026-08{}}}\n",
                    more));
  };
  CHECK(letter("").empty());
  CHECK(letter(", case: dam").size() == 1);
}

TEST_CASE("deadlines: of a record with thousands of acts no end is missed, and none takes long") {
  std::string acts;
  constexpr std::size_t pairs = 1000;
  for (std::size_t i = 0; i < pairs; ++i)
    acts += fmt::format(
        "  - {{key: g{0}, on: 2026-01-10, act: given, case: c{0}, for: [contact], to: [state], "
        "until: 2026-08}}\n"
        "  - {{key: r{0}, on: 2026-01-11, act: renewed, for: [contact], to: [state], until: "
        "2026-09}}\n",
        i);
  const Lines lines = consent(acts);
  CHECK(std::ranges::count(lines, "2026-09-01 consent of hrd-abcde2") >= 1);
  CHECK(lines.size() > pairs);
}

TEST_CASE("deadlines: whoever is at risk is asked after, since the last time they were met") {
  const std::string risk =
      "kind: defender\nname: Ana\nrisk: {level: high, assessed: 2026-03-20, check_in: 30d}\n";
  Records records;
  records.partner("hrd-abcde2", risk);
  records.partner("hrd-abcde3", risk);
  records.partner("hrd-abcde4", risk + "situation: {state: killed, since: 2026-05}\n");
  records.engagement(
      "meeting",
      "kind: meeting\ntitle: Meeting\nstatus: held\nstart: 2026-05-30\nend: 2026-06-01\npartners:\n"
      "  - {partner: hrd-abcde3, role: participant, status: attended}\n");
  CHECK(due(records) ==
        Lines{"2026-04-19 check-in of hrd-abcde2, overdue", "2026-07-01 check-in of hrd-abcde3"});
}

TEST_CASE("deadlines: a check-in counts from where they were met, as queries tell it") {
  Records records;
  for (const std::string_view id : {"hrd-abcde2", "hrd-abcde3", "hrd-abcde4", "hrd-abcde5"})
    records.partner(
        std::string(id),
        "kind: defender\nname: Ana\nrisk: {level: high, assessed: 2026-03-20, check_in: "
        "30d}\n");
  records.engagement("visit", R"(kind: visit
title: Visit
status: held
start: 2026-05-10
end: 2026-05-20
visit:
  nature: official
  programme:
    - {key: s1, at: 2026-05-12, with: [hrd-abcde2], status: held}
    - {key: s2, at: 2026-05-13, with: [hrd-abcde3], status: cancelled}
)");
  records.engagement("meeting", R"(kind: meeting
title: Sent a colleague
status: held
start: 2026-05-14
partners: [{partner: hrd-abcde4, status: represented}, {partner: hrd-abcde3, status: invited}]
)");
  records.engagement("call", R"(kind: phone-call
title: Nobody was met
status: held
start: 2026-05-15
partners: [{partner: hrd-abcde5, status: attended}]
)");
  CHECK(due(records) == Lines{"2026-04-19 check-in of hrd-abcde3, overdue",
                              "2026-04-19 check-in of hrd-abcde5, overdue",
                              "2026-06-11 check-in of hrd-abcde2, overdue",
                              "2026-06-13 check-in of hrd-abcde4, overdue"});
}

TEST_CASE("deadlines: commitments that are open, and overdue when all of their day has passed") {
  Records records;
  records.engagement("meeting",
                     "kind: meeting\ntitle: Meeting\ncommitments:\n"
                     "  - {key: c1, by: office, what: Write, due: 2026-05, status: open}\n"
                     "  - {key: c2, by: office, what: Send, due: 2026-06, status: open}\n"
                     "  - {key: c3, by: office, what: Ask, due: 2026-05-01, status: done}\n"
                     "  - {key: c4, by: office, what: Think, due: unknown}\n"
                     "  - {key: c5, by: office, what: Call}\n");
  CHECK(due(records) ==
        Lines{"2026-05 commitment of meeting, overdue", "2026-06 commitment of meeting"});
}

}  // namespace mandate_deadlines_test
