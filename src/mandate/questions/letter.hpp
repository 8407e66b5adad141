// What a letter asks of all the records: what it is about, which letters it is sent beside, and
// what became of its case.
#pragma once

#include "mandate/clocks.hpp"
#include "model/record.hpp"
#include "model/vocabulary.hpp"

#include <cstdint>
#include <vector>

namespace rapport::model {
class Dataset;
enum class CaseStatus : std::uint8_t;
}  // namespace rapport::model

namespace rapport::mandate::questions {

/// As it is marked, or with what unset means.
model::Classification label_of_letter(const model::Dataset& data, model::RecordId letter);

/// Letters of the same case, and the one that it follows, in the order of their ids; of a letter
/// that was sent, those that were sent by then.
std::vector<model::RecordId> letters_beside(const model::Dataset& data, model::RecordId letter);
model::Date day_sent(const model::Dataset& data, model::RecordId letter);
/// By the addressee's kind: "the Isles Development Bank"; a person, a firm and a body of civil
/// society are named without one.
bool addressee_takes_article(const model::Dataset& data, model::RecordId letter);
ReplyLevel level_of_reply(const model::Dataset& data, model::RecordId letter, const Terms& terms,
                          model::Date on);
/// What decides when a letter becomes public.
struct Publicity {
  bool on_legislation = false;
  model::Date recorded;  // the day the record says; absent where it says none
};
Publicity publicity(const model::Dataset& data, model::RecordId letter, const value::Codes& codes);
/// Any channel is recorded by which they can be reached.
bool can_be_reached(const model::Dataset& data, model::RecordId partner);

/// Of each alleged victim, in the order of the letter: they had died by that day.
std::vector<bool> dead_victims(const model::Dataset& data, model::RecordId letter, model::Date on);

/// It is about one person, and no more.
bool is_about_one_person(const model::Dataset& data, model::RecordId letter);
/// Of its case, while it is a draft: a public statement is planned or was made.
bool has_statement(const model::Dataset& data, model::RecordId letter);
/// Of its case, while it is a draft: some incident is a reprisal.
bool has_reprisal(const model::Dataset& data, model::RecordId letter);
/// Of its case: the day of some incident is known.
bool has_dated_incident(const model::Dataset& data, model::RecordId letter);
/// Of its case; `decided` where there is none.
model::CaseStatus status_of_case(const model::Dataset& data, model::RecordId letter);

}  // namespace rapport::mandate::questions
