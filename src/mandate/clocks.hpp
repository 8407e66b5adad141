// When something is due: replies, publication, answers of co-signatories, channels to verify
// again, people to ask after. An absent date means that no clock runs.
#pragma once

#include "model/communication.hpp"
#include "model/contact.hpp"
#include "model/office.hpp"
#include "model/partner.hpp"

#include <span>
#include <vector>

namespace rapport::model {
class Dataset;
struct Commitment;
struct Engagement;
}  // namespace rapport::model

namespace rapport::mandate {

/// The office's deadlines, with what holds where it says nothing.
struct Terms {
  int reply_days = 60;
  int publication_days = 60;
  int cosign_urgent_days = 1;  // working days
  int cosign_days = 5;         // working days
  int channel_days = 365;
  model::MandateCode mandate = {};  // the office's own
};

Terms terms(const model::Office& office);
/// The usual ones where there is no office.
inline Terms terms(const model::Office* office) {
  return office == nullptr ? Terms{} : terms(*office);
}

/// The extended day when there is one, else the term after the day it was sent.
model::Date reply_due(const model::Communication&, const Terms&);

/// Another mandate writes it: this office can answer whether it signs, and drafts nothing.
bool is_led_by_another(const model::Communication&, const model::Office&);

/// It comments on a law, bill, regulation or policy: what it says itself, else every OL, and every
/// letter on restrictive legislation that has no alleged victims. Must be a letter.
bool is_on_legislation(const model::Engagement&, const value::Codes&);

/// The day that is recorded for letter and reply to become public; absent where it is unknown.
model::Date recorded_publication(const model::Communication&);

/// That day, else 48 hours after a letter on legislation, and the office's term after any other,
/// however long the time to reply was extended. Must be a letter.
model::Date publication_due(const model::Engagement&, const Terms&, const value::Codes&);

enum class ReplyLevel : std::uint8_t { none, acknowledged, refused, partial, substantive };

/// One of the replies to a letter.
struct ReplyTold {
  model::ReplyNature nature = model::ReplyNature::absent;
  model::Date on = {};    // the day it came
  bool late = false;      // that is after the day it was due
  bool withheld = false;  // its sender asked not to publish it
};

struct ReplyState {
  ReplyLevel level = ReplyLevel::none;  // the best of its replies up to the day asked for
  ReplyTold best;                       // that reply; nothing where there is none
  ReplyTold last;                       // the last one to come; nothing where that is the best
  bool overdue = false;                 // it is due, and only acknowledged or not answered at all
  bool withheld = false;                // a sender asked not to publish it
};

/// Whether a reply counts that its sender asked not to publish: who does not read it must not learn
/// of it by the state of the letter.
enum class WithheldReplies : bool { left_out, counted };

ReplyState reply_state(const model::Communication&, const Terms&, model::Date on,
                       WithheldReplies withheld = WithheldReplies::counted);

/// Of a case that is over nothing is waited for from others, nor of what is part of it: no reply,
/// no signature, no promise. What the office promised it still owes, and its letters become public.
bool is_over(const model::Dataset&, const model::Engagement&);

/// Others sent it, and this office declined to sign or did not answer: the reply is theirs to wait
/// for.
bool is_of_others(const model::Communication&, const Terms&);

/// Whether this office waits for a reply to it. Must be a letter.
bool waits_for_reply(const model::Dataset&, const model::Engagement&, const Terms&);

/// It is open, and somebody still waits for it.
bool is_due(const model::Dataset&, const model::Engagement&, const model::Commitment&);

/// The replies to a letter: its own, and those to other letters that cover it. Must be a letter.
std::vector<const model::Reply*> replies_to(const model::Dataset&, const model::Engagement&);

/// The same of a letter among all records: replies to other letters may cover it, and none is
/// overdue that nobody here waits for. Must be a letter.
ReplyState reply_state(const model::Dataset&, const model::Engagement&, const Terms&,
                       model::Date on, WithheldReplies withheld = WithheldReplies::counted);

/// `days` working days after `from`: Saturdays, Sundays and the given holidays do not count.
model::Date plus_working_days(model::Date from, int days,
                              std::span<const model::Date> holidays = {});

/// Until when another mandate is to answer whether it signs.
model::Date cosign_due(const model::CoSignatory&, model::CommunicationType, const Terms&,
                       std::span<const model::Date> holidays = {});

/// When a channel is to be verified again; absent when it never was verified: then it is due.
model::Date channel_due(const model::Contact&, const Terms&);

/// When to ask after a partner at risk: the interval after the last contact, which is the last
/// check-in or a meeting since.
model::Date check_in_due(const model::Partner&, model::Date last_meeting);

}  // namespace rapport::mandate
