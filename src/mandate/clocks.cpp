#include "mandate/clocks.hpp"

#include "model/dataset.hpp"
#include "model/matter.hpp"

#include <algorithm>

namespace rapport::mandate {
namespace {

using model::Communication;
using model::Count;
using model::Date;

/// Nobody waits longer than ten years; a slip of the key must not count days beyond the calendar.
constexpr std::uint32_t longest_term = 3650;

void take(int& term, const Count& own) {
  if (own && !own.is_unknown()) term = static_cast<int>(std::min(*own, longest_term));
}

bool is_working_day(Date::Days day, std::span<const Date> holidays) {
  const std::chrono::weekday weekday(day);
  if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) return false;
  return std::ranges::none_of(holidays, [&](const Date& holiday) {
    if (!holiday || holiday.is_unknown()) return false;  // else no day would be one of work
    return holiday.first() <= day && day <= holiday.last();
  });
}

ReplyLevel level_of(model::ReplyNature nature) {
  switch (nature) {
    case model::ReplyNature::substantive:
      return ReplyLevel::substantive;
    case model::ReplyNature::partial:
      return ReplyLevel::partial;
    case model::ReplyNature::refusal:
      return ReplyLevel::refused;
    case model::ReplyNature::acknowledgement:
    case model::ReplyNature::extension_request:
      return ReplyLevel::acknowledged;
    case model::ReplyNature::absent:
      break;
  }
  return ReplyLevel::none;
}

Date came(const model::Reply& reply) { return reply.received ? reply.received : reply.dated; }

bool is_earlier(Date a, Date b) {
  return a && !a.is_unknown() && (!b || b.is_unknown() || value::sorts_before(a, b));
}

/// It came on that day or after it; what is written later, of one day.
bool is_not_earlier(Date a, Date b) {
  return a && !a.is_unknown() && (!b || b.is_unknown() || !value::sorts_before(a, b));
}

ReplyTold told(const model::Reply& reply, Date due) {
  const Date day = came(reply);
  return {*reply.nature, day, due && value::sure_after(day, due), reply.withheld.is_yes()};
}

Date later(Date a, Date b) { return value::sorts_before(a, b) ? b : a; }

ReplyState state_of(const std::vector<const model::Reply*>& replies, Date due, Date on,
                    WithheldReplies withheld) {
  ReplyState state;
  const model::Reply* best = nullptr;
  const model::Reply* last = nullptr;
  for (const model::Reply* reply : replies) {
    const Date day = came(*reply);
    if (day && value::sure_after(day, on)) continue;
    if (withheld == WithheldReplies::left_out && reply->withheld.is_yes()) continue;
    state.withheld = state.withheld || reply->withheld.is_yes();
    const ReplyLevel level = level_of(*reply->nature);
    if (level == ReplyLevel::none) continue;
    if (last == nullptr || is_not_earlier(day, came(*last))) last = reply;
    // Of several that say as much, the first to come answered.
    if (level < state.level) continue;
    if (level == state.level && !is_earlier(day, came(*best))) continue;
    state.level = level;
    best = reply;
  }
  if (best != nullptr) state.best = told(*best, due);
  if (last != best) state.last = told(*last, due);
  state.overdue = due && value::sure_after(on, due) && state.level < ReplyLevel::partial &&
                  state.level != ReplyLevel::refused;
  return state;
}

std::vector<const model::Reply*> own_replies(const Communication& letter) {
  std::vector<const model::Reply*> replies;
  for (const model::Reply& reply : letter.replies) replies.push_back(&reply);
  return replies;
}

}  // namespace

Terms terms(const model::Office& office) {
  Terms terms;
  terms.mandate = office.mandate;
  if (!office.deadlines) return terms;
  take(terms.reply_days, office.deadlines->reply_days);
  terms.publication_days = terms.reply_days;
  take(terms.publication_days, office.deadlines->publication_days);
  take(terms.cosign_urgent_days, office.deadlines->cosign_ua_days);
  take(terms.cosign_days, office.deadlines->cosign_al_days);
  take(terms.channel_days, office.deadlines->channel_days);
  return terms;
}

Date reply_due(const Communication& letter, const Terms& terms) {
  if (letter.reply_due) return letter.reply_due;
  if (!letter.sent || letter.sent.is_unknown()) return {};
  return value::plus_days(letter.sent, terms.reply_days);
}

bool is_led_by_another(const Communication& letter, const model::Office& office) {
  return letter.lead && office.mandate && !(letter.lead == office.mandate);
}

bool is_on_legislation(const model::Engagement& letter, const value::Codes& codes) {
  const Communication& own = *letter.communication;
  if (own.legislation) return own.legislation.is_yes();
  if (own.type == model::CommunicationType::OL) return true;
  return own.alleged_victims.empty() &&
         std::ranges::any_of(letter.themes, [&codes](const model::ThemeCode& theme) {
           return codes.name(theme.row()) == "restrictive-legislation";
         });
}

Date recorded_publication(const Communication& letter) {
  if (!letter.publication || letter.publication->due.is_unknown()) return {};
  return letter.publication->due;
}

Date publication_due(const model::Engagement& letter, const Terms& terms,
                     const value::Codes& codes) {
  const Communication& own = *letter.communication;
  if (const Date recorded = recorded_publication(own)) return recorded;
  if (!own.sent || own.sent.is_unknown()) return {};
  constexpr int days_on_legislation = 2;  // 48 hours
  return value::plus_days(
      own.sent, is_on_legislation(letter, codes) ? days_on_legislation : terms.publication_days);
}

ReplyState reply_state(const Communication& letter, const Terms& terms, Date on,
                       WithheldReplies withheld) {
  return state_of(own_replies(letter), reply_due(letter, terms), on, withheld);
}

std::vector<const model::Reply*> replies_to(const model::Dataset& data,
                                            const model::Engagement& letter) {
  std::vector<const model::Reply*> replies = own_replies(*letter.communication);
  const value::Field& covers = value::field_of<&model::Reply::covers>();
  for (const model::BackRef& use : data.used_by(letter.head)) {
    if (use.row != &covers || use.from == &letter.head) continue;
    for (const model::Reply& reply : data.engagement(*use.from).communication->replies)
      if (std::ranges::any_of(reply.covers,
                              [&use](const model::Ref& ref) { return &ref == use.ref; }))
        replies.push_back(&reply);
  }
  return replies;
}

bool is_over(const model::Dataset& data, const model::Engagement& engagement) {
  const model::Engagement& matter = model::case_or_itself(data, engagement);
  return matter.case_ && model::is_over(*matter.case_);
}

bool is_of_others(const Communication& letter, const Terms& terms) {
  if (!letter.lead || !terms.mandate || letter.lead == terms.mandate) return false;
  return std::ranges::any_of(letter.co_signatories, [&terms](const model::CoSignatory& asked) {
    return asked.mandate == terms.mandate && (asked.status == model::CosignStatus::declined ||
                                              asked.status == model::CosignStatus::no_answer);
  });
}

bool waits_for_reply(const model::Dataset& data, const model::Engagement& letter,
                     const Terms& terms) {
  return !is_over(data, letter) && !is_of_others(*letter.communication, terms);
}

bool is_due(const model::Dataset& data, const model::Engagement& engagement,
            const model::Commitment& commitment) {
  return model::is_open(commitment) && (commitment.by.is_office() || !is_over(data, engagement));
}

ReplyState reply_state(const model::Dataset& data, const model::Engagement& letter,
                       const Terms& terms, Date on, WithheldReplies withheld) {
  ReplyState state =
      state_of(replies_to(data, letter), reply_due(*letter.communication, terms), on, withheld);
  if (!waits_for_reply(data, letter, terms)) state.overdue = false;
  return state;
}

Date plus_working_days(Date from, int days, std::span<const Date> holidays) {
  if (!from || from.is_unknown()) return {};
  Date::Days day = from.last();
  while (days > 0) {
    day += std::chrono::days(1);
    if (is_working_day(day, holidays)) --days;
  }
  return Date::of(day);
}

Date cosign_due(const model::CoSignatory& signer, model::CommunicationType type, const Terms& terms,
                std::span<const Date> holidays) {
  if (signer.answer_by) return signer.answer_by;
  const bool urgent = type == model::CommunicationType::UA;
  return plus_working_days(signer.asked, urgent ? terms.cosign_urgent_days : terms.cosign_days,
                           holidays);
}

Date channel_due(const model::Contact& contact, const Terms& terms) {
  if (!contact.verified || contact.verified.is_unknown()) return {};
  return value::plus_days(contact.verified, terms.channel_days);
}

Date check_in_due(const model::Partner& partner, Date last_meeting) {
  if (!partner.risk || !partner.risk->check_in) return {};
  Date last = partner.risk->last_check_in ? partner.risk->last_check_in : partner.risk->assessed;
  if (last_meeting) last = later(last, last_meeting);
  if (!last || last.is_unknown()) return {};
  return value::plus_days(last, partner.risk->check_in.days());
}

}  // namespace rapport::mandate
