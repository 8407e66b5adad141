// What is due of all the records, and when: replies, answers of mandates, publication, consent that
// ends, check-ins and commitments.
#pragma once

#include "mandate/clocks.hpp"
#include "model/record.hpp"

#include <cstdint>
#include <vector>

namespace rapport::model {
class Dataset;
}

namespace rapport::mandate::questions {

enum class Due : std::uint8_t {
  absent,
  reply,       // to a letter of ours, by its addressee
  signature,   // by a mandate that was asked to sign
  publicity,   // of a letter and its reply
  consent,     // the first last day of what an act gives today
  check_in,    // with a partner at risk
  commitment,  // of the office, or to it
};

struct Deadline {
  Due what = Due::absent;
  model::Date on;          // as precise as it is recorded
  model::RecordId record;  // the letter, case, partner or engagement
  std::uint32_t item = 0;  // which of its co-signatories, acts or commitments
  bool overdue = false;    // for sure, and somebody has still to do something
  ReplyTold reply = {};    // what came of a letter, where that is no answer
  bool by_office = false;  // a commitment: it is for us to do
};

/// Which deadlines are asked for.
struct DeadlineTerms {
  Terms terms;
  WithheldReplies replies = WithheldReplies::counted;
  model::Date until = {};  // none that is surely later; absent: all
};

/// The earliest first; of one day by record. Of a closed case no reply, signature or promise of
/// others is waited for; its letters become public all the same. The dead are not asked after.
/// What only passes, publication and the end of consent, is due until its day and never overdue.
std::vector<Deadline> deadlines(const model::Dataset& data, const DeadlineTerms& asked,
                                const value::Codes& codes, model::Date on);

/// Those of one record, the earliest first.
std::vector<Deadline> deadlines_of(const model::Dataset& data, model::RecordId record,
                                   const DeadlineTerms& asked, const value::Codes& codes,
                                   model::Date on);

}  // namespace rapport::mandate::questions
