// What is due when.
#include "mandate/clocks.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace mandate_clocks_test {

using namespace rapport;
using mandate::ReplyLevel;
using value::Date;

namespace {

Date day(std::string_view text) { return Date::parse(text).value(); }

model::Communication sent(std::string_view text) {
  model::Communication letter{};
  letter.sent = day(text);
  return letter;
}

model::Reply reply(std::string_view received, model::ReplyNature nature) {
  model::Reply made{};
  made.received = day(received);
  made.nature = {nature, 1};
  return made;
}

}  // namespace

TEST_CASE("clocks: a reply is due 60 days after the letter, or when it was extended to") {
  auto letter = sent("2026-04-10");
  CHECK(mandate::reply_due(letter, {}).str() == "2026-06-09");
  CHECK(mandate::reply_due(letter, {.reply_days = 30}).str() == "2026-05-10");
  letter.reply_due = day("2026-07-01");
  CHECK(mandate::reply_due(letter, {}).str() == "2026-07-01");
  CHECK_FALSE(mandate::reply_due(model::Communication{}, {}));
}

TEST_CASE("clocks: an acknowledgement stops no clock") {
  auto letter = sent("2026-04-10");
  std::vector replies = {reply("2026-05-22", model::ReplyNature::acknowledgement)};
  letter.replies = {replies, 1};
  const auto before = mandate::reply_state(letter, {}, day("2026-06-09"));
  CHECK(before.level == ReplyLevel::acknowledged);
  CHECK_FALSE(before.overdue);
  CHECK(mandate::reply_state(letter, {}, day("2026-06-10")).overdue);
  CHECK(mandate::reply_state(letter, {}, day("2026-05-01")).level == ReplyLevel::none);
}

TEST_CASE("clocks: the best reply counts, and one after the day is late") {
  auto letter = sent("2026-04-10");
  std::vector replies = {reply("2026-06-20", model::ReplyNature::substantive),
                         reply("2026-07-20", model::ReplyNature::partial)};
  letter.replies = {replies, 1};
  const auto state = mandate::reply_state(letter, {}, day("2026-08-01"));
  CHECK(state.level == ReplyLevel::substantive);
  CHECK(state.best.on.str() == "2026-06-20");
  CHECK(state.best.late);
  CHECK_FALSE(state.overdue);
}

TEST_CASE("clocks: working days leave out weekends and holidays") {
  CHECK(mandate::plus_working_days(day("2026-03-24"), 5).str() == "2026-03-31");
  const std::vector holidays = {day("2026-03-26")};
  CHECK(mandate::plus_working_days(day("2026-03-24"), 5, holidays).str() == "2026-04-01");
  CHECK(mandate::plus_working_days(day("2026-03-27"), 1).str() == "2026-03-30");
}

TEST_CASE("clocks: other mandates have a day for an urgent appeal and five for other letters") {
  model::CoSignatory signer{};
  signer.asked = day("2026-03-27");
  CHECK(mandate::cosign_due(signer, model::CommunicationType::UA, {}).str() == "2026-03-30");
  CHECK(mandate::cosign_due(signer, model::CommunicationType::AL, {}).str() == "2026-04-03");
  signer.answer_by = day("2026-04-15");
  CHECK(mandate::cosign_due(signer, model::CommunicationType::AL, {}).str() == "2026-04-15");
}

TEST_CASE("clocks: the office's own terms, and what holds without them") {
  model::Office office{};
  CHECK(mandate::terms(office).reply_days == 60);
  value::Block<model::Deadlines>::Body deadlines{};
  deadlines.fields.reply_days = model::Count(45, 1);
  office.deadlines = value::Block<model::Deadlines>(&deadlines);
  CHECK(mandate::terms(office).reply_days == 45);
  CHECK(mandate::terms(office).publication_days == 45);
  CHECK(mandate::terms(office).channel_days == 365);
}

TEST_CASE("clocks: a channel is verified again after a year") {
  model::Contact contact{};
  contact.verified = day("2026-03-20");
  CHECK(mandate::channel_due(contact, {}).str() == "2027-03-20");
  CHECK_FALSE(mandate::channel_due(model::Contact{}, {}));
}

TEST_CASE("clocks: somebody at risk is asked after, counted from the last meeting") {
  value::Block<model::Risk>::Body risk{};
  risk.fields.assessed = day("2026-03-20");
  risk.fields.check_in = *model::Duration::parse("30d");
  model::Partner partner{};
  partner.risk = value::Block<model::Risk>(&risk);
  CHECK(mandate::check_in_due(partner, {}).str() == "2026-04-19");
  CHECK(mandate::check_in_due(partner, day("2026-05-06")).str() == "2026-06-05");
  CHECK_FALSE(mandate::check_in_due(model::Partner{}, {}));
}

TEST_CASE("clocks: a term that is a slip of the key ends within the calendar") {
  model::Office office{};
  value::Block<model::Deadlines>::Body deadlines{};
  deadlines.fields.reply_days = model::Count(999999999, 1);
  deadlines.fields.cosign_al_days = model::Count(999999999, 1);
  office.deadlines = value::Block<model::Deadlines>(&deadlines);
  const auto terms = mandate::terms(office);
  CHECK(mandate::reply_due(sent("2026-04-10"), terms).str() == "2036-04-07");
  model::CoSignatory signer{};
  signer.asked = day("2026-03-27");
  const auto due = mandate::cosign_due(signer, model::CommunicationType::AL, terms);
  CHECK(due.year() == 2040);
}

TEST_CASE("clocks: a holiday on an unknown day is none") {
  const std::vector holidays = {day("unknown"), Date{}, day("2026-03-26")};
  CHECK(mandate::plus_working_days(day("2026-03-24"), 5, holidays).str() == "2026-04-01");
}

TEST_CASE("clocks: of replies that say as much the first to come decides, wherever it stands") {
  auto letter = sent("2026-04-10");
  std::vector replies = {reply("2026-07-20", model::ReplyNature::substantive),
                         reply("2026-05-20", model::ReplyNature::substantive)};
  letter.replies = {replies, 1};
  const auto state = mandate::reply_state(letter, {}, day("2026-08-01"));
  CHECK(state.best.on.str() == "2026-05-20");
  CHECK_FALSE(state.best.late);
}

TEST_CASE("clocks: the last reply is told beside the best one, where it is another") {
  auto letter = sent("2025-09-10");
  std::vector replies = {reply("2025-11-07", model::ReplyNature::extension_request),
                         reply("2025-09-25", model::ReplyNature::acknowledgement),
                         reply("2025-10-02", model::ReplyNature::acknowledgement)};
  replies.back().received = {};  // the day it came is not known
  letter.replies = {replies, 1};
  const auto state = mandate::reply_state(letter, {}, day("2026-04-08"));
  CHECK(state.best.nature == model::ReplyNature::acknowledgement);
  CHECK(state.best.on.str() == "2025-09-25");
  CHECK(state.last.nature == model::ReplyNature::extension_request);
  CHECK(state.last.on.str() == "2025-11-07");
  CHECK_FALSE(state.last.late);
  CHECK(state.overdue);
  const auto before = mandate::reply_state(letter, {}, day("2025-10-01"));
  CHECK(before.best.on.str() == "2025-09-25");
  CHECK(before.last.nature == model::ReplyNature::absent);
}

}  // namespace mandate_clocks_test
